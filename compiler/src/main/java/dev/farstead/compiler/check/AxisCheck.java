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
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the values that a profile and a site choose against the constraints between axes: those between axes of the profile once for the
 * profile, however many sites have it, and the others for each site. Thread-safe.
 */
public final class AxisCheck {
    private static final Set<String> OF_HOST_CLASSES = Set.of("arch", "platform");

    private final AxisTable table;
    private final AxisWords words;

    AxisCheck(AxisTable table) {
        this.table = table;
        this.words = new AxisWords(table);
    }

    /** Returns a finding for each axis value of a profile that a constraint excludes, at that value. */
    Stream<Finding> check(ResolvedProfile profile) {
        List<ResolvedHostClass> machines = List.copyOf(profile.hostClasses().values());
        Map<String, Sourced<String>> first =
                AxisValues.of(profile, machines.stream().findFirst());
        Stream<Finding> ofProfile = constraints(false)
                .filter(constraint -> !isOfHostClasses(constraint))
                .flatMap(constraint -> findings(constraint, first, axis -> lacking(profile, axis)));
        Stream<Finding> ofMachines = machines.stream()
                .map(machine -> AxisValues.of(profile, Optional.of(machine)))
                .flatMap(chosen -> constraints(false)
                        .filter(AxisCheck::isOfHostClasses)
                        .flatMap(constraint -> findings(constraint, chosen, axis -> lacking(profile, axis))));
        return Stream.concat(ofProfile, ofMachines);
    }

    /** Returns a finding for each axis value that a constraint between a site and its profile excludes. */
    Stream<Finding> check(ResolvedSite site) {
        Map<String, Sourced<String>> chosen = AxisValues.of(site);
        Place spec = site.spec().value().spec().place();
        return constraints(true).flatMap(constraint -> findings(constraint, chosen, axis -> spec));
    }

    private Stream<AxisConstraint> constraints(boolean ofSites) {
        return table.constraints().stream()
                .filter(constraint -> names(constraint).anyMatch(table::isOfSite) == ofSites);
    }

    private static boolean isOfHostClasses(AxisConstraint constraint) {
        return names(constraint).anyMatch(OF_HOST_CLASSES::contains);
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
            AxisConstraint constraint, Map<String, Sourced<String>> chosen, Function<String, Place> lacking) {
        Map<String, String> texts = new LinkedHashMap<>();
        chosen.forEach((axis, value) -> texts.put(axis, value.value()));
        return constraint.broken(texts).stream()
                .map(axis -> words.finding(constraint, axis, chosen, lacking.apply(axis)));
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
