// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What holds of every fix that a program can make: see {@link FixTrial}. The specifications are written in every way of
 * {@link Rendering}.
 */
final class FixesTest {
    @Test
    void ofTheGoldenCases() {
        hold(FixTrials.golden());
    }

    @Test
    void ofTheExamplesOfTheRules() {
        hold(FixTrials.examples());
    }

    @Test
    void ofSlipsInDocuments() {
        hold(FixTrials.slips());
    }

    @Test
    void ofSlipsInTexts() {
        hold(FixTrials.textSlips());
    }

    private static void hold(FixTrials trials) {
        assertThat(trials.fixes()).as("fixes that were tried").isNotEmpty();
        assertThat(String.join("\n", trials.faults())).isEmpty();
    }
}
