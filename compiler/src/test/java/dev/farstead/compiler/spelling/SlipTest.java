// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {
    @ParameterizedTest
    @CsvSource({
        "stroe-0412, store-0412",
        "stor-0412, store-0412",
        "storre-0412, store-0412",
        "stors-0412, store-0412",
        "Store-0412, store-0412",
        "store_0412, store-0412",
        "store0412, store-0412",
        "store-412, store-0412",
        "store-00412, store-0412",
        "wardd, ward"
    })
    void aSlipOfTheFingerIsOne(String typed, String known) {
        assertThat(Slip.is(typed, known)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "store-0412, store-0412",
        "store-0411, store-0412",
        "store-4012, store-0412",
        "store-04122, store-0412",
        "store-1-2, store-12",
        "lab-a, lab-b",
        "lab, lab-a",
        "berlin-1, bern-1",
        "filiale-12, branch-12",
        "'', store"
    })
    void theNameOfAnotherIsNone(String typed, String known) {
        assertThat(Slip.is(typed, known)).isFalse();
    }
}
