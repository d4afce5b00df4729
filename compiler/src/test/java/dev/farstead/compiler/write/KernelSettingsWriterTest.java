// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the kernel are written as sysctl reads them, or not at all. */
final class KernelSettingsWriterTest {
    private static final Origin OURS = new Origin.Default("a test");

    @Test
    void eachSettingHasALine() {
        assertThat(KernelSettingsWriter.write(OutputMap.builder(OURS)
                                .put("kernel.panic", new OutputText("10", OURS))
                                .put("net.ipv4.ip_local_port_range", new OutputText("1024 65535", OURS))
                                .build())
                        .text())
                .isEqualTo("kernel.panic=10\nnet.ipv4.ip_local_port_range=1024 65535\n");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'kernel.panic','1\n2'",
                "'kernel.panic',' 1'",
                "'kernel.panic',''",
                "'#kernel',1",
                "'a=b',1",
                "'',1"
            })
    void whatALineCannotCarryIsRefused(String name, String value) {
        OutputMap settings =
                OutputMap.builder(OURS).put(name, new OutputText(value, OURS)).build();

        assertThatThrownBy(() -> KernelSettingsWriter.write(settings)).isInstanceOf(IllegalArgumentException.class);
    }
}
