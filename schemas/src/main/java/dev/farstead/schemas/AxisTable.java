// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The axes and the constraints between them.
 *
 * @param axes the axes
 * @param constraints the constraints, in the order of their codes
 */
public record AxisTable(List<Axis> axes, List<AxisConstraint> constraints) {
    /** Copies the lists and checks that constraints name known axes and values. */
    public AxisTable {
        axes = List.copyOf(axes);
        constraints = List.copyOf(constraints);
        for (AxisConstraint constraint : constraints) {
            checkNames(axes, constraint, constraint.when());
            checkNames(axes, constraint, constraint.then());
        }
    }

    private static void checkNames(List<Axis> axes, AxisConstraint constraint, Map<String, List<String>> named) {
        named.forEach((name, values) -> {
            Axis axis = axes.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(constraint.code() + " names no axis: " + name));
            for (String value : values) {
                if (axis.value(value).isEmpty()) {
                    throw new IllegalStateException(constraint.code() + " names no value of " + name + ": " + value);
                }
            }
        });
    }

    static AxisTable read(JsonRecord axes, JsonRecord constraints) {
        AxisTable table = new AxisTable(
                axes.objects("axes", Axis::read), constraints.objects("constraints", AxisConstraint::read));
        axes.end();
        constraints.end();
        return table;
    }

    /**
     * Finds an axis.
     *
     * @param name its name
     * @return the axis, or empty for an unknown name
     */
    public Optional<Axis> axis(String name) {
        return axes.stream().filter(axis -> axis.name().equals(name)).findFirst();
    }

    /**
     * Tells whether sites choose the value of an axis.
     *
     * @param name the name of an axis
     * @return whether it stands in sites, and not in profiles
     */
    public boolean isOfSite(String name) {
        return axis(name).orElseThrow().kind().equals("Site");
    }
}
