// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 */12 * * *",
                "59 23 31 12 6",
                "0,30 1-5/2 ? JAN-dec sun",
                " 5/15  0 1 1  0 ",
                "1,,2 0 * * *",
                "@hourly",
                "@every 1h30m",
                "TZ=Europe/Berlin 0 3 * * *",
                "CRON_TZ=UTC @daily"
            })
    void aScheduleIsRead(String text) {
        assertThat(Schedules.isSchedule(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "daily",
                "@often",
                "@every",
                "@every 6",
                "@Daily",
                "0 * * *",
                "0 0 * * * *",
                "60 * * * *",
                "0 24 * * *",
                "0 0 0 * *",
                "0 0 32 * *",
                "0 0 * 13 *",
                "0 0 * * 7",
                "0 0 * * fri-mon",
                "*/0 * * * *",
                "*/2/2 * * * *",
                "1-2-3 * * * *",
                "5-1 * * * *",
                ", * * * *",
                "-1 * * * *",
                "TZ=UTC",
                "x * * * *"
            })
    void anythingElseIsNone(String text) {
        assertThat(Schedules.isSchedule(text)).isFalse();
    }
}
