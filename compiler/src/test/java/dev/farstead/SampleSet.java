// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A thousand specifications that are meant to be valid, and what checking each gave. Made once. */
final class SampleSet {
    static final int SIZE = 1000;

    private static final Farstead FARSTEAD = Farstead.create();
    private static final SampleSet ALL = new SampleSet();

    private final Set<String> used = new TreeSet<>();
    private final Set<String> usedWhereItCompiles = new TreeSet<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<Spec> compiling = new ArrayList<>();

    private SampleSet() {
        Random random = new Random(20261101);
        for (int i = 0; i < SIZE; i++) {
            Spec spec = Specs.of(random);
            Set<String> does = new TreeSet<>(Specs.SCHEMA.used("Profile", spec.profile()));
            spec.sites().forEach(site -> does.addAll(Specs.SCHEMA.used("Site", site)));
            used.addAll(does);
            Compilation checked = FARSTEAD.check(Samples.input(spec.sources()));
            if (checked.hasErrors()) {
                checked.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(finding -> finding.code() + " " + finding.message())
                        .distinct()
                        .forEach(fault -> faults.merge(fault, 1, Integer::sum));
            } else {
                compiling.add(spec);
                usedWhereItCompiles.addAll(does);
            }
        }
    }

    static SampleSet all() {
        return ALL;
    }

    /** Returns what of {@link SpecSchema#possible} at least one does. */
    Set<String> used() {
        return used;
    }

    /** Returns what at least one does that compiles. */
    Set<String> usedWhereItCompiles() {
        return usedWhereItCompiles;
    }

    /** Returns the specifications that compile. */
    List<Spec> compiling() {
        return compiling;
    }

    /** Returns the errors of the others, each with how many have it. */
    Map<String, Integer> faults() {
        return faults;
    }
}
