// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {
    private static List<String> numbered(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).toList();
    }

    @Test
    void fewNamesAreShownInTheirOrder() {
        NearNames names = KnownNames.of(List.of("depot", "store")).near("stroe");

        assertThat(names.nearest()).contains("store");
        assertThat(names.words()).isEqualTo("depot, store");
    }

    @Test
    void ofManyNamesTheNearestAreShownAndHowManyThereAre() {
        KnownNames known = KnownNames.of(numbered("p%d", 4_000));

        assertThat(known.near("p39999").words()).isEqualTo("p3999, p1999, p2999, p3099, p3199 (5 of 4,000)");
        assertThat(known.near("quite-another"))
                .isEqualTo(new NearNames(Optional.empty(), "p0, p1, p2, p3, p4 (5 of 4,000)"));
    }

    @Test
    void eachOfAnOrdinaryNumberOfNamesIsCompared() {
        List<String> names = numbered("box-%d", KnownNames.COMPARED);

        assertThat(KnownNames.of(names).compared("anything")).isEqualTo(names);
    }

    /** Otherwise as many slips as names would take the square of their number. */
    @Test
    void ofHoweverManyNamesFewAreCompared() {
        KnownNames known = KnownNames.of(numbered("box-%05d", 100_000));

        for (String typed : List.of("box-4711", "bx-00000", "a", "zzz", "", "box-99999x", "x".repeat(10_000))) {
            assertThat(known.compared(typed)).as(typed).hasSizeLessThanOrEqualTo(KnownNames.COMPARED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stoer-04711-edge",
                "store-04711-egde",
                "Store_04711_Edge",
                "store-04711-edg",
                "tore-04711-edge",
                "store-0471-edge",
                "store-04x11-edge",
                "store-047111-edge",
                "store-04711"
            })
    void aSlipAmongManyNamesHasTheSameNearestAsIfAllWereCompared(String typed) {
        List<String> names = numbered("store-%05d-edge", 20_000);

        assertThat(KnownNames.of(names).near(typed).nearest())
                .isEqualTo(Spelling.nearest(typed, names, 1).stream().findFirst());
    }
}
