// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import dev.farstead.schemas.Axis;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says that a value of an axis does not go with others, and which combinations are near. */
final class AxisWords {
    private final AxisTable table;
    private final AxisFixes fixes;

    AxisWords(AxisTable table) {
        this.table = table;
        this.fixes = new AxisFixes(table);
    }

    /**
     * Words a breach.
     *
     * @param constraint what is broken
     * @param axis the axis whose value is excluded
     * @param chosen the value of each axis
     * @param lacking the key that is underlined where the value is the absence of one
     */
    Finding finding(AxisConstraint constraint, String axis, Map<String, Sourced<String>> chosen, Place lacking) {
        Sourced<String> value = value(chosen, axis);
        Axis.Value meant = meant(axis, value.value());
        List<String> causes = List.copyOf(constraint.when().keySet());
        String because = causes.stream()
                .map(cause -> meant(cause, value(chosen, cause).value()).words())
                .collect(Collectors.joining(" and "));
        Finding.Builder finding = Finding.builder();
        finding.code(constraint.code())
                .severity(constraint.severity())
                .message(relation(constraint, axis, meant) + because + ": " + constraint.message())
                .effect(constraint.effect());
        Optional<Place> place = place(chosen, axis, causes, meant.absent());
        place.ifPresentOrElse(finding::at, () -> finding.atKey(lacking));
        causes.stream()
                .flatMap(cause -> Written.place(value(chosen, cause)).stream()
                        .map(found -> new Related(found.value(), "`" + cause + "` is set here")))
                .filter(related ->
                        place.stream().noneMatch(found -> found.value().equals(related.range())))
                .forEach(finding::addRelated);
        List<String> allowed = constraint.then().getOrDefault(axis, List.of());
        return finding.addValues("allowed: " + allowed(axis, allowed))
                .addAllFixes(ways(constraint, axis, allowed, chosen))
                .build();
    }

    private static String relation(AxisConstraint constraint, String axis, Axis.Value meant) {
        if (meant.absent()) {
            return "`" + axis + "` is missing with ";
        }
        return meant.words() + (constraint.severity() == Severity.ERROR ? " does not go with " : " with ");
    }

    /** A default stands nowhere: then the finding points at what was written, but for a missing key at what lacks it. */
    private static Optional<Place> place(
            Map<String, Sourced<String>> chosen, String axis, List<String> causes, boolean absent) {
        Stream<String> tellings = absent ? Stream.of(axis) : Stream.concat(Stream.of(axis), causes.stream());
        return tellings.flatMap(name -> Written.place(value(chosen, name)).stream())
                .findFirst();
    }

    /** An absent key that another constraint asks for is no value to recommend: it is named where nothing else is allowed. */
    private String allowed(String axis, List<String> values) {
        List<Axis.Value> meant =
                values.stream().map(value -> meant(axis, value)).toList();
        List<String> written = meant.stream()
                .filter(value -> !value.absent())
                .map(Axis.Value::text)
                .toList();
        return written.isEmpty()
                ? meant.stream().map(Axis.Value::words).collect(Collectors.joining(", "))
                : String.join(", ", written);
    }

    private List<Fix> ways(
            AxisConstraint constraint, String axis, List<String> allowed, Map<String, Sourced<String>> chosen) {
        if (constraint.severity() == Severity.ERROR) {
            return fixes.nearest(chosen);
        }
        List<String> ways = new ArrayList<>();
        for (String value : allowed) {
            ways.add(fixes.change(axis, meant(axis, value)));
        }
        return List.of(Fix.advice("to be on the safe side, " + String.join(", or ", ways)));
    }

    private Axis.Value meant(String axis, String value) {
        return table.axis(axis).flatMap(found -> found.value(value)).orElseThrow();
    }

    private static Sourced<String> value(Map<String, Sourced<String>> chosen, String axis) {
        return Objects.requireNonNull(chosen.get(axis), axis);
    }
}
