// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearNamesTest {
    @Test
    void fewNamesAreShownInTheirOrder() {
        NearNames names = NearNames.of("stroe", List.of("depot", "store"));

        assertThat(names.nearest()).contains("store");
        assertThat(names.words()).isEqualTo("depot, store");
    }

    @Test
    void ofManyNamesTheNearestAreShownAndHowManyThereAre() {
        List<String> known = IntStream.range(0, 4_000).mapToObj(i -> "p" + i).toList();

        assertThat(NearNames.of("p39999", known).words()).isEqualTo("p3999, p1999, p2999, p3099, p3199 (5 of 4,000)");
        assertThat(NearNames.of("quite-another", known))
                .isEqualTo(new NearNames(Optional.empty(), "p0, p1, p2, p3, p4 (5 of 4,000)"));
    }
}
