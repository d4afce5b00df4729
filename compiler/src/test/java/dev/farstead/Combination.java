// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Severity;
import dev.farstead.schemas.AxisTable;
import dev.farstead.schemas.Catalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A value for every axis, none of which excludes another.
 *
 * @param values the values by axis
 */
record Combination(Map<String, String> values) {
    private static final AxisTable TABLE = Catalogue.bundled().axes();

    /** Draws until nothing is refused: as even over the space as can be, so that rare values come up too. */
    static Combination draw(Random random) {
        // Few combinations are without the agent, and they are of no less interest.
        String agent = random.nextInt(5) == 0 ? "absent" : "present";
        while (true) {
            Map<String, String> values = new LinkedHashMap<>();
            TABLE.axes()
                    .forEach(axis -> values.put(
                            axis.name(),
                            axis.values()
                                    .get(random.nextInt(axis.values().size()))
                                    .text()));
            values.put("agent", agent);
            boolean refused = TABLE.constraints().stream()
                    .anyMatch(constraint -> constraint.severity() == Severity.ERROR
                            && !constraint.broken(values).isEmpty());
            if (!refused) {
                return new Combination(values);
            }
        }
    }

    String value(String axis) {
        return Objects.requireNonNull(values.get(axis), axis);
    }

    boolean is(String axis, String value) {
        return value(axis).equals(value);
    }
}
