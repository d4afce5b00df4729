// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionTest {
    @Test
    void theCompilerSaysTheVersionOfTheBuild() {
        assertThat(System.getProperty("project.version"))
                .as("handed in by the build")
                .isNotNull()
                .isEqualTo(Farstead.version());
    }
}
