// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.schemas.Axis;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the values that a profile and a site choose against the constraints between axes: those between axes of the profile once for the
 * profile, however many sites have it, and the others for each site. Thread-safe.
 */
public final class AxisCheck {
    private static final Set<String> OF_HOST_CLASSES = Set.of("arch", "platform");

    private final AxisWords words;
    private final List<AxisConstraint> ofProfiles;
    private final List<AxisConstraint> ofMachines;
    private final List<AxisConstraint> ofSites;

    AxisCheck(AxisTable table) {
        this.words = new AxisWords(table);
        Set<String> chosenBySites =
                table.axes().stream().map(Axis::name).filter(table::isOfSite).collect(Collectors.toUnmodifiableSet());
        Predicate<AxisConstraint> bySite = constraint -> names(constraint).anyMatch(chosenBySites::contains);
        Predicate<AxisConstraint> byMachine = constraint -> names(constraint).anyMatch(OF_HOST_CLASSES::contains);
        this.ofSites = table.constraints().stream().filter(bySite).toList();
        this.ofMachines = table.constraints().stream()
                .filter(bySite.negate().and(byMachine))
                .toList();
        this.ofProfiles = table.constraints().stream()
                .filter(bySite.or(byMachine).negate())
                .toList();
    }

    /** Returns a finding for each axis value of a profile that a constraint excludes, at that value. */
    Stream<Finding> check(ResolvedProfile profile) {
        List<ResolvedHostClass> machines = List.copyOf(profile.hostClasses().values());
        Map<String, Sourced<String>> first =
                AxisValues.of(profile, machines.stream().findFirst());
        return Stream.concat(
                findings(ofProfiles, first, axis -> lacking(profile, axis)),
                machines.stream()
                        .map(machine -> AxisValues.of(profile, Optional.of(machine)))
                        .flatMap(chosen -> findings(ofMachines, chosen, axis -> lacking(profile, axis))));
    }

    /** Returns a finding for each axis value that a constraint between a site and its profile excludes. */
    Stream<Finding> check(ResolvedSite site) {
        Map<String, Sourced<String>> chosen = AxisValues.of(site);
        Place spec = site.spec().value().spec().place();
        return findings(ofSites, chosen, axis -> spec);
    }

    private static Stream<String> names(AxisConstraint constraint) {
        return Stream.concat(constraint.when().keySet().stream(), constraint.then().keySet().stream());
    }

    /** Returns what lacks the key of an axis that a profile leaves out. */
    private static Place lacking(ResolvedProfile profile, String axis) {
        Located<ProfileSpec> spec = profile.spec().value().spec();
        return axis.equals("os.distribution") ? spec.value().os().place() : spec.place();
    }

    private Stream<Finding> findings(
            List<AxisConstraint> constraints, Map<String, Sourced<String>> chosen, Function<String, Place> lacking) {
        Map<String, String> texts = new LinkedHashMap<>();
        chosen.forEach((axis, value) -> texts.put(axis, value.value()));
        return constraints.stream()
                .flatMap(constraint -> constraint.broken(texts).stream()
                        .map(axis -> words.finding(constraint, axis, chosen, lacking.apply(axis))));
    }

    /**
     * Returns what stands behind the constraints.
     *
     * @param table the axis table
     * @return the explanations in the order of the table
     */
    public static Stream<Explanation> explanations(AxisTable table) {
        return table.constraints().stream()
                .map(constraint -> new Explanation(
                        constraint.code(),
                        constraint.severity(),
                        constraint.message(),
                        "In short: " + constraint.effect() + ".",
                        constraint.rows(),
                        constraint.source(),
                        constraint.inferred(),
                        combination(constraint.when(), constraint.then(), true),
                        combination(constraint.when(), constraint.then(), false)));
    }

    private static String combination(Map<String, List<String>> when, Map<String, List<String>> then, boolean good) {
        String cause = when.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().get(0))
                .collect(Collectors.joining(", "));
        String effect = then.entrySet().stream()
                .map(entry -> good
                        ? entry.getKey() + ": " + entry.getValue().get(0)
                        : entry.getKey() + ": anything but " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(", "));
        return cause + ", " + effect;
    }
}
