// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.net;

import static dev.farstead.compiler.net.IpAddressTest.address;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpPrefixTest {
    private static IpPrefix prefix(String text) {
        return IpPrefix.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255, 0",
        "10.20.4.0/24, 10.20.4.0, 10.20.4.255, 24",
        "10.20.4.77/24, 10.20.4.0, 10.20.4.255, 24",
        "10.20.4.6/31, 10.20.4.6, 10.20.4.7, 31",
        "10.20.4.7/32, 10.20.4.7, 10.20.4.7, 32",
        "fd00::1/64, fd00::, fd00::ffff:ffff:ffff:ffff, 64",
        "fd00::1/128, fd00::1, fd00::1, 128"
    })
    void aPrefixHasBoundsAndKeepsTheAddressAsWritten(String text, String first, String last, int length) {
        IpPrefix prefix = prefix(text);
        assertThat(prefix.network()).hasToString(first);
        assertThat(prefix.last()).hasToString(last);
        assertThat(prefix.length()).isEqualTo(length);
        assertThat(prefix).hasToString(text);
        assertThat(prefix.address()).hasToString(text.substring(0, text.indexOf('/')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "10.20.4.0",
                "10.20.4.0/",
                "10.20.4.0/33",
                "10.20.4.0/024",
                "10.20.4.0/00",
                "10.20.4.0/-1",
                "10.20.4.0/+8",
                "10.20.4.0/24/8",
                "10.20.4.0/255.255.255.0",
                "10.20.4.0/ 24",
                "10.20.4.0 /24",
                "010.20.4.0/24",
                "10.20.4.0/２４",
                "10.20.4.0/9999999999",
                "fd00::/129",
                "fe80::%eth0/64"
            })
    void otherFormsAreRefused(String text) {
        assertThat(IpPrefix.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.4.0/24, 10.20.4.0, false",
        "10.20.4.0/24, 10.20.4.1, true",
        "10.20.4.0/24, 10.20.4.254, true",
        "10.20.4.0/24, 10.20.4.255, false",
        "10.20.4.0/24, 10.20.5.1, false",
        "10.20.4.0/24, fd00::1, false",
        "10.20.4.6/31, 10.20.4.6, true",
        "10.20.4.6/31, 10.20.4.7, true",
        "10.20.4.7/32, 10.20.4.7, true",
        "10.20.4.7/32, 10.20.4.8, false",
        "fd00::/64, fd00::, false",
        "fd00::/64, fd00::ffff:ffff:ffff:ffff, true",
        "0.0.0.0/0, 255.255.255.255, false"
    })
    void networkAndBroadcastAddressAreNoHostsButInTheSmallestNetworks(String network, String host, boolean isHost) {
        assertThat(prefix(network).isHost(address(host))).isEqualTo(isHost);
    }

    @Test
    void hostsAreCountedFromTheNetworkAddress() {
        assertThat(prefix("10.20.4.77/24").host(0)).contains(address("10.20.4.0"));
        assertThat(prefix("10.20.4.0/24").host(255)).contains(address("10.20.4.255"));
        assertThat(prefix("10.20.4.0/24").host(256)).isEmpty();
        assertThat(prefix("10.20.4.0/24").host(-1)).isEmpty();
        assertThat(prefix("10.20.4.0/22").host(256)).contains(address("10.20.5.0"));
        assertThat(prefix("10.20.4.7/32").host(0)).contains(address("10.20.4.7"));
        assertThat(prefix("10.20.4.7/32").host(1)).isEmpty();
        assertThat(prefix("0.0.0.0/0").host(Integer.MAX_VALUE)).contains(address("127.255.255.255"));
        assertThat(prefix("fd00::/64").host(11)).contains(address("fd00::b"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.20.4.0/24, true, true",
        "10.20.4.0/24, 10.0.0.0/8, false, true",
        "10.20.4.0/24, 10.20.4.0/24, true, true",
        "10.20.4.0/24, 10.20.5.0/24, false, false",
        "0.0.0.0/0, 10.20.4.7/32, true, true",
        "0.0.0.0/0, fd00::/64, false, false",
        "::/0, fd00::/64, true, true"
    })
    void ofTwoNetworksThatOverlapOneContainsTheOther(String one, String other, boolean contains, boolean overlaps) {
        assertThat(prefix(one).contains(prefix(other))).isEqualTo(contains);
        assertThat(prefix(one).overlaps(prefix(other))).isEqualTo(overlaps);
        assertThat(prefix(other).overlaps(prefix(one))).isEqualTo(overlaps);
    }

    @Test
    void prefixesAreEqualWhenTheAddressIsTooSinceAHostBitIsAnotherWish() {
        assertThat(prefix("10.20.4.0/24")).isEqualTo(IpPrefix.of(address("10.20.4.0"), 24));
        assertThat(prefix("10.20.4.0/24")).isNotEqualTo(prefix("10.20.4.1/24")).isNotEqualTo(prefix("10.20.4.0/25"));
        assertThat(IpPrefix.parse("10.20.4.0/24").map(IpPrefix::isIpv4)).isEqualTo(Optional.of(true));
    }
}
