// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected is what go1.21 prints. */
final class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "180s, 3m0s",
        "4m, 4m0s",
        "10s, 10s",
        "1.5h, 1h30m0s",
        "90m, 1h30m0s",
        "1h, 1h0m0s",
        "72h3m0.5s, 72h3m0.5s",
        "1m30s, 1m30s",
        "1500ms, 1.5s",
        "0.5s, 500ms",
        "1.5us, 1.5µs",
        "1us, 1µs",
        "20ns, 20ns",
        "0, 0s",
        "0s, 0s",
        "100s, 1m40s",
        "soon, soon",
        "-5s, -5s",
        "999999999h, 999999999h"
    })
    void lengthsOfTimeAreWrittenAsGoPrintsThem(String given, String printed) {
        assertThat(Durations.printed(given)).isEqualTo(printed);
    }

    @Test
    void whatNobodyWritesByHandStays() {
        String endless = "1s".repeat(100_000);
        assertThat(Durations.printed(endless)).isEqualTo(endless);
    }
}
