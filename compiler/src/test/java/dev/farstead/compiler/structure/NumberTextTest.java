// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "+12,12",
        "-7,-7",
        "010,10",
        "0x1F,31",
        "0o17,15",
        "1.50,1.50",
        ".5,0.5",
        "5.,5",
        "-2e3,-2E+3",
        "0.0,0",
        "0e99999,0",
        "-0,0",
        "1e300,1E+300"
    })
    void numbersAreReadExactly(String text, BigDecimal value) {
        assertThat(NumberText.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".inf", "-.Inf", "+.INF", ".nan", "1e999", "-1e999", "1e-999", "1e99999999999", "1e-99999999999"
            })
    void numbersThatProgramsReadAsAnotherAreNone(String text) {
        assertThat(NumberText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e-999999999", "1e-300", "1e308", "0e999999999"})
    void noNumberGrowsWhenItIsWrittenOut(String text) {
        assertThat(NumberText.parse(text).orElseThrow().toPlainString()).hasSizeLessThan(400);
    }
}
