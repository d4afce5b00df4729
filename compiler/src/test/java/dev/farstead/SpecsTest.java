// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generator does all that the schema allows, and what it gives compiles nearly always. */
final class SpecsTest {
    private static final Farstead FARSTEAD = Farstead.create();

    private static final int SAMPLES = 300;

    /** What no specification does yet, with the reason. */
    private static final Map<String, String> NEVER =
            Map.of("siteSpec.network left out", "a site without a network would have the LAN of another");

    @Test
    void everyKeyIsSetAndLeftOutAndEveryValueAndTypeIsTaken() {
        Set<String> used = new TreeSet<>();
        specs().forEach(spec -> {
            used.addAll(Specs.SCHEMA.used("Profile", spec.profile()));
            spec.sites().forEach(site -> used.addAll(Specs.SCHEMA.used("Site", site)));
        });
        Set<String> missing = new TreeSet<>(Specs.SCHEMA.possible());
        missing.removeAll(used);
        assertThat(missing).isEqualTo(new TreeSet<>(NEVER.keySet()));
    }

    @Test
    void nineInTenCompile() {
        Map<String, Integer> faults = new TreeMap<>();
        long compiled = specs().filter(spec -> {
                    Compilation checked = FARSTEAD.check(Samples.input(spec.sources()));
                    checked.findings().stream()
                            .filter(finding -> checked.hasErrors())
                            .forEach(finding -> faults.merge(
                                    finding.severity() + " " + finding.code() + " " + finding.message(),
                                    1,
                                    Integer::sum));
                    return !checked.hasErrors();
                })
                .count();
        assertThat(compiled).as("faults: %s", faults).isGreaterThanOrEqualTo(SAMPLES * 9 / 10);
    }

    private static Stream<Spec> specs() {
        Random random = new Random(20261101);
        return Stream.generate(() -> Specs.of(random)).limit(SAMPLES);
    }
}
