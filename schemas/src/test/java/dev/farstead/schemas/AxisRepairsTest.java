// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisRepairsTest {
    private static final Map<String, String> STORE = Map.ofEntries(
            Map.entry("mode", "connected"),
            Map.entry("agent", "present"),
            Map.entry("os.family", "ubuntu"),
            Map.entry("os.distribution", "none"),
            Map.entry("os.hardening", "none"),
            Map.entry("kubernetes.flavor", "k3s"),
            Map.entry("kubernetes.minor", "1.29"),
            Map.entry("kubernetes.hardening", "none"),
            Map.entry("fips", "false"),
            Map.entry("image.format", "iso"),
            Map.entry("registration", "auto"),
            Map.entry("arch", "amd64"),
            Map.entry("platform", "bare-metal"),
            Map.entry("cni", "calico"),
            Map.entry("csi", "none"),
            Map.entry("endpoint", "vip"));

    private final AxisSpace space = new AxisSpace(Catalogue.bundled().axes());
    private final AxisRepairs repairs = new AxisRepairs(space);

    private static Map<String, String> store(Map<String, String> changes) {
        Map<String, String> chosen = new TreeMap<>(STORE);
        chosen.putAll(changes);
        return chosen;
    }

    private List<Map<String, String>> changes(Map<String, String> chosen) {
        return repairs.nearest(chosen, 3).stream().map(AxisRepair::changes).toList();
    }

    @Test
    void aPossibleCombinationNeedsNoRepair() {
        assertThat(space.isClean(space.combination(STORE))).isTrue();
        assertThat(repairs.nearest(STORE, 3)).isEmpty();
    }

    @Test
    void whatLowersProtectionComesLast() {
        List<AxisRepair> found = repairs.nearest(store(Map.of("fips", "true")), 3);
        assertThat(found)
                .containsExactly(
                        new AxisRepair(Map.of("kubernetes.flavor", "pxk-e-fips"), false),
                        new AxisRepair(Map.of("kubernetes.flavor", "rke2"), false),
                        new AxisRepair(Map.of("fips", "false"), true));
    }

    @Test
    void twoChangesAreOfferedWhereOneIsNotEnough() {
        assertThat(changes(store(Map.of("fips", "true", "kubernetes.flavor", "rke2", "os.family", "opensuse"))))
                .containsExactly(
                        Map.of("os.family", "ubuntu"),
                        Map.of("os.family", "byoos", "os.distribution", "ubuntu"),
                        Map.of("fips", "false"));
    }

    @Test
    void theLessFundamentalAxisChangesFirst() {
        assertThat(changes(store(Map.of("mode", "air-gapped"))))
                .containsExactly(Map.of("registration", "none"), Map.of("mode", "connected"));
        assertThat(changes(store(Map.of("registration", "none"))))
                .containsExactly(
                        Map.of("registration", "manual"),
                        Map.of("registration", "auto"),
                        Map.of("registration", "qr-code"));
    }

    @Test
    void unknownAxesStayUnknown() {
        assertThat(changes(Map.of("fips", "true", "kubernetes.flavor", "k3s")))
                .containsExactly(
                        Map.of("kubernetes.flavor", "pxk-e-fips"),
                        Map.of("kubernetes.flavor", "rke2"),
                        Map.of("fips", "false"));
    }

    /** Ten thousand combinations from all over the space; the seed is fixed so that a failure can be seen again. */
    @Test
    void eachRepairMakesTheCombinationPossibleAndNoneOfItsChangesCanBeLeftOut() {
        Random random = new Random(576);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            Map<String, String> chosen = space.named(random(random));
            List<AxisRepair> found = repairs.nearest(chosen, 3);
            assertThat(found).isEqualTo(repairs.nearest(chosen, 3));
            if (space.isValid(space.combination(chosen))) {
                assertThat(found).isEmpty();
                continue;
            }
            refused++;
            assertThat(found).as("%s", chosen).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            assertThat(found).extracting(AxisRepair::lowersProtection).isSorted();
            found.forEach(repair -> isMinimal(chosen, repair));
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    private void isMinimal(Map<String, String> chosen, AxisRepair repair) {
        assertThat(space.isValid(space.combination(changed(chosen, repair.changes()))))
                .isTrue();
        for (String axis : repair.changes().keySet()) {
            Map<String, String> fewer = new LinkedHashMap<>(repair.changes());
            fewer.remove(axis);
            assertThat(space.isValid(space.combination(changed(chosen, fewer))))
                    .as("%s without %s", repair, axis)
                    .isFalse();
        }
    }

    /** The search follows conflicts; here every combination is tried that differs in one or two axes. */
    @Test
    void noSmallerRepairIsMissed() {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            int[] start = random(random);
            List<AxisRepair> found = repairs.nearest(space.named(start), 3);
            int smallest = found.stream()
                    .mapToInt(repair -> repair.changes().size())
                    .min()
                    .orElse(0);
            assertThat(smallest == 0 || smallest > 2 ? 3 : smallest).isEqualTo(smallestByTrying(start));
        }
    }

    /** Returns 1 or 2; 3 stands for more, or for nothing to repair. */
    private int smallestByTrying(int[] start) {
        if (space.isValid(start)) {
            return 3;
        }
        for (int first = 0; first < start.length; first++) {
            if (isRepairedBy(start, first, first)) {
                return 1;
            }
        }
        for (int first = 0; first < start.length; first++) {
            for (int second = 0; second < first; second++) {
                if (isRepairedBy(start, first, second)) {
                    return 2;
                }
            }
        }
        return 3;
    }

    private boolean isRepairedBy(int[] start, int first, int second) {
        int[] tried = start.clone();
        return IntStream.range(0, values(first))
                .anyMatch(a -> IntStream.range(0, values(second)).anyMatch(b -> {
                    tried[second] = b;
                    tried[first] = a;
                    return space.isValid(tried);
                }));
    }

    private int values(int axis) {
        return space.table().axes().get(axis).values().size();
    }

    private int[] random(Random random) {
        return IntStream.range(0, space.table().axes().size())
                .map(axis -> random.nextInt(values(axis)))
                .toArray();
    }

    private static Map<String, String> changed(Map<String, String> chosen, Map<String, String> changes) {
        Map<String, String> changed = new LinkedHashMap<>(chosen);
        changed.putAll(changes);
        return changed;
    }
}
