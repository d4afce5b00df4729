// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostHashesTest {
    private static List<Integer> meeting(List<List<String>> sites) {
        return HostHashes.meeting(sites.stream()
                .map(uids -> HostHashes.of(uids, Optional.empty(), true))
                .toList());
    }

    private static HostHashes inheriting(String uid) {
        return HostHashes.of(List.of(uid), Optional.of("api.example.com"), true);
    }

    @Test
    void ofTheSitesThatHaveTheirEndpointFromAProfileTwoAreFound() {
        assertThat(HostHashes.meeting(List.of(inheriting("a")))).isEmpty();
        assertThat(HostHashes.meeting(List.of(inheriting("a"), inheriting("b"), inheriting("c"))))
                .containsExactly(0, 1);
    }

    @Test
    void aSiteThatWritesTheEndpointOfAProfileMeetsItsSites() {
        HostHashes written = HostHashes.of(List.of("d"), Optional.of("API.example.com"), false);

        assertThat(HostHashes.meeting(List.of(inheriting("a"), inheriting("b"), inheriting("c"), written)))
                .containsExactly(0, 1, 3);
        assertThat(HostHashes.meeting(List.of(written, inheriting("a")))).containsExactly(0, 1);
        assertThat(HostHashes.meeting(List.of(written, HostHashes.of(List.of("e"), Optional.empty(), false))))
                .isEmpty();
    }

    @Test
    void aSiteBehindThoseTwoIsFoundForItsHosts() {
        assertThat(HostHashes.meeting(List.of(inheriting("a"), inheriting("b"), inheriting("c"), inheriting("c"))))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void sitesMeetInAnIdentifierWhateverItsCase() {
        assertThat(meeting(List.of(
                        List.of("shop-1-a", "shop-1-b"),
                        List.of("shop-2-a"),
                        List.of("depot", "SHOP-1-B"),
                        List.of(),
                        List.of("twice", "twice"))))
                .containsExactly(0, 2);
    }

    @Test
    void aSiteThatMeetsItselfIsFoundOnlyWithAnother() {
        assertThat(meeting(List.of(List.of("twice", "twice"), List.of("once")))).isEmpty();
        assertThat(meeting(List.of(List.of("twice", "twice"), List.of("twice"))))
                .containsExactly(0, 1);
    }

    @Test
    void identifiersOfOneHashCodeAreTold() {
        assertThat("aaan".hashCode()).isEqualTo("aac0".hashCode());
        assertThat(meeting(List.of(List.of("aaan"), List.of("aac0")))).isEmpty();
    }

    @Test
    void aFleetMeetsNowhere() {
        List<List<String>> fleet = IntStream.range(0, 20_000)
                .mapToObj(site -> Stream.of("a", "b", "c")
                        .map(host -> "store-" + site + '-' + host)
                        .toList())
                .toList();

        assertThat(meeting(fleet)).isEmpty();
    }
}
