// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostHashesTest {
    private static List<Integer> meeting(List<List<String>> sites) {
        return HostHashes.meeting(sites.stream().map(HostHashes::of).toList());
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
