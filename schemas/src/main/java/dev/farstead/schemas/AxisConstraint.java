// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.finding.Severity;
import java.util.List;
import java.util.Map;

/**
 * A constraint between axes: when every axis of {@code when} has one of its values there, every axis of {@code then} must have one of its values.
 *
 * @param code the code of the finding
 * @param rows the documented constraints that it comes from; empty where it was concluded
 * @param severity how grave a breach is
 * @param when the values of each axis that call for the constraint
 * @param then the values of each axis that are allowed then
 * @param message what is wrong, in one line
 * @param effect what happens on the node or in the build
 * @param inferred whether the constraint is our reading, since no document states it
 * @param source the upstream repository, tag and path, or the document
 */
public record AxisConstraint(
        String code,
        List<String> rows,
        Severity severity,
        Map<String, List<String>> when,
        Map<String, List<String>> then,
        String message,
        String effect,
        boolean inferred,
        String source) {
    /** Copies the rows and the maps. */
    public AxisConstraint {
        rows = List.copyOf(rows);
        when = Ordered.copy(when);
        then = Ordered.copy(then);
    }

    static AxisConstraint read(JsonRecord fact) {
        return new AxisConstraint(
                fact.text("code"),
                fact.texts("rows"),
                fact.parse(fact.text("severity"), Constants.of(Severity.class)),
                fact.entries("when", JsonRecord::texts),
                fact.entries("then", JsonRecord::texts),
                fact.text("message"),
                fact.text("effect"),
                fact.flag("inferred"),
                fact.source());
    }

    /**
     * Returns the axes whose values break the constraint.
     *
     * @param chosen the value of each axis that is known; a constraint that asks for an unknown one is silent
     * @return the axes of {@code then} with another value, in order; empty when nothing is wrong
     */
    public List<String> broken(Map<String, String> chosen) {
        boolean applies =
                when.entrySet().stream().allMatch(entry -> chosen.containsKey(entry.getKey()) && holds(entry, chosen));
        return applies
                ? then.entrySet().stream()
                        .filter(entry -> chosen.containsKey(entry.getKey()) && !holds(entry, chosen))
                        .map(Map.Entry::getKey)
                        .toList()
                : List.of();
    }

    private static boolean holds(Map.Entry<String, List<String>> allowed, Map<String, String> chosen) {
        String value = chosen.get(allowed.getKey());
        return value != null && allowed.getValue().contains(value);
    }
}
