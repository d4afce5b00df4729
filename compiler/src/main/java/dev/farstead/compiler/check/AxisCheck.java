// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the values that a profile chooses against the constraints between axes; thread-safe. */
public final class AxisCheck {
    private final AxisTable table;

    AxisCheck(AxisTable table) {
        this.table = table;
    }

    /** Returns a finding for each axis value that a constraint excludes, at that value. */
    Stream<Finding> check(ResolvedProfile profile) {
        Map<String, Sourced<String>> chosen = chosen(profile);
        Map<String, String> texts = new LinkedHashMap<>();
        chosen.forEach((axis, value) -> texts.put(axis, value.value()));
        return table.constraints().stream()
                .flatMap(
                        constraint -> constraint.broken(texts).stream().map(axis -> finding(constraint, axis, chosen)));
    }

    private static Map<String, Sourced<String>> chosen(ResolvedProfile profile) {
        Map<String, Sourced<String>> chosen = new LinkedHashMap<>();
        chosen.put("mode", profile.mode().map(value -> value.text()));
        chosen.put("os.family", profile.osFamily().map(value -> value.text()));
        chosen.put("os.hardening", profile.imageHardening().map(value -> value.text()));
        chosen.put("kubernetes.flavor", profile.flavor().map(value -> value.text()));
        chosen.put("kubernetes.hardening", profile.kubernetesHardening().map(value -> value.text()));
        chosen.put("fips", profile.fips().map(value -> Boolean.toString(value)));
        profile.hostClasses().values().stream()
                .findFirst()
                .ifPresent(machine -> chosen.put("arch", machine.arch().map(value -> value.text())));
        return chosen;
    }

    private static Finding finding(AxisConstraint constraint, String axis, Map<String, Sourced<String>> chosen) {
        Sourced<String> value = value(chosen, axis);
        List<String> allowed = constraint.then().getOrDefault(axis, List.of());
        List<String> causes = List.copyOf(constraint.when().keySet());
        String because = causes.stream()
                .map(cause -> "`" + cause + ": " + value(chosen, cause).value() + "`")
                .collect(Collectors.joining(" and "));
        Finding.Builder finding = Finding.builder();
        finding.code(constraint.code())
                .severity(constraint.severity())
                .message("`" + axis + ": " + value.value() + "` does not go with " + because + ": "
                        + constraint.message())
                .effect(constraint.effect());
        // A default stands nowhere: then the finding points at what was written.
        place(value)
                .ifPresentOrElse(
                        written -> finding.at(written.place()),
                        () -> causes.stream()
                                .flatMap(cause -> place(value(chosen, cause)).stream())
                                .findFirst()
                                .ifPresent(written -> finding.at(written.place())));
        for (String cause : causes) {
            place(value(chosen, cause))
                    .ifPresent(written ->
                            finding.addRelated(new Related(written.place().value(), "`" + cause + "` is set here")));
        }
        return finding.addValues("allowed: " + String.join(", ", allowed))
                .addFixes(Fix.advice("change one of the two: `" + axis + "` to " + String.join(" or ", allowed)
                        + ", or `" + String.join("`, `", causes) + "` to another value"))
                .build();
    }

    private static Sourced<String> value(Map<String, Sourced<String>> chosen, String axis) {
        return Objects.requireNonNull(chosen.get(axis), axis);
    }

    private static Optional<Origin.Written> place(Sourced<String> value) {
        return value.origin() instanceof Origin.Written written ? Optional.of(written) : Optional.empty();
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
                        List.of(constraint.row()),
                        constraint.source(),
                        false,
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
