// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Map;

/**
 * What becomes of one combination of the axes of a matrix, whatever the other axes are.
 *
 * @param values the values by axis
 * @param verdict the verdict
 * @param codes for an impossible combination the constraints that it breaks, each with its code
 * @param restrictions what it takes away from the other axes; empty for an impossible combination
 * @param nearest for an impossible combination the nearest possible ones
 * @param example a whole combination: one without error and with as few warnings as there can be; for an impossible one with as few errors
 */
public record AxisRow(
        Map<String, String> values,
        Verdict verdict,
        List<String> codes,
        List<Restriction> restrictions,
        List<AxisRepair> nearest,
        Map<String, String> example) {
    /** Copies the collections. */
    public AxisRow {
        values = Ordered.copy(values);
        codes = List.copyOf(codes);
        restrictions = List.copyOf(restrictions);
        nearest = List.copyOf(nearest);
        example = Ordered.copy(example);
    }

    /** What becomes of a combination. */
    public enum Verdict {
        /** It takes nothing away from the other axes. */
        POSSIBLE,
        /** It takes a value of another axis away, or brings a warning with it. */
        CONDITIONAL,
        /** No value of the other axes makes it possible. */
        IMPOSSIBLE
    }

    /**
     * A value of another axis that does not go with a combination, or only with a warning, though it goes with others.
     *
     * @param axis the other axis
     * @param value its value
     * @param excluded whether it is excluded; else it brings a warning
     * @param codes the constraints that say so
     */
    public record Restriction(String axis, String value, boolean excluded, List<String> codes) {
        /** Copies the codes. */
        public Restriction {
            codes = List.copyOf(codes);
        }
    }
}
