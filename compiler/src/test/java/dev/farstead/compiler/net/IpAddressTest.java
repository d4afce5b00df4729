// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {
    static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "10.20.4.11, 10.20.4.11",
        "255.255.255.255, 255.255.255.255",
        "fd00::1, fd00::1",
        "FD00:0:0:0:0:0:0:A, fd00::a",
        "::, ::"
    })
    void anAddressIsWrittenInOneWay(String text, String canonical) {
        assertThat(address(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10.20.4",
                "10.20.4.",
                "10.20.4.1.1",
                "10.20.4.256",
                "10.20.4.01",
                "010.20.4.1",
                "0x0a.20.4.1",
                "169083905",
                "10.20.4.1/24",
                "10.20.4.*",
                "10.20.4.1-9",
                "10.20.4.1 ",
                " 10.20.4.1",
                "*",
                "fe80::1%eth0",
                "fd00::1/64",
                "fd00:::1",
                "1::2::3",
                "::ffff:10.20.4.1",
                "localhost",
                "１０.20.4.1"
            })
    void otherFormsAreRefused(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void addressesAreOrderedByFamilyAndThenByValue() {
        assertThat(address("9.255.255.255")).isLessThan(address("10.0.0.0"));
        assertThat(address("10.0.0.9")).isLessThan(address("10.0.0.10"));
        assertThat(address("255.255.255.255")).isLessThan(address("::1"));
        assertThat(address("10.0.0.1")).isEqualByComparingTo(address("10.0.0.1"));
    }

    @Test
    void equalAddressesAreEqualHoweverTheyWereWritten() {
        assertThat(address("fd00::a")).isEqualTo(address("FD00:0::A")).hasSameHashCodeAs(address("FD00:0::A"));
        assertThat(address("0.0.0.1")).isNotEqualTo(address("::1"));
    }
}
