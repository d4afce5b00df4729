// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Explanation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes with what: each combination of some axes, judged over all values of the others.
 *
 * @param axes all axes, in order
 * @param columns the names of the axes whose combinations are the rows
 * @param fixed the values of other axes that were not free, and that of a column which follows from one of them
 * @param rows the combinations
 * @param reasons what stands behind each code that a row names, ordered by code
 */
public record Matrix(
        List<Axis> axes, List<String> columns, Map<String, String> fixed, List<Row> rows, List<Explanation> reasons) {
    /** Copies the collections. */
    public Matrix {
        axes = List.copyOf(axes);
        columns = List.copyOf(columns);
        fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
        rows = List.copyOf(rows);
        reasons = List.copyOf(reasons);
    }

    /**
     * A choice between values that other choices depend on.
     *
     * @param name its name, such as {@code kubernetes.flavor}
     * @param kind the kind of document that holds it
     * @param path where it stands in that document
     * @param values its values in order; one that stands for an absent key is {@code none} or {@code absent}
     */
    public record Axis(String name, String kind, String path, List<String> values) {
        /** Copies the values. */
        public Axis {
            values = List.copyOf(values);
        }
    }

    /** What becomes of a combination. */
    public enum Verdict {
        /** It takes nothing away from the other axes. */
        POSSIBLE("possible"),
        /** It takes values of other axes away, or brings warnings. */
        CONDITIONAL("conditional"),
        /** No values of the other axes make it possible. */
        IMPOSSIBLE("impossible");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /**
         * Returns the word for it.
         *
         * @return lower case
         */
        public String text() {
            return text;
        }
    }

    /**
     * A combination.
     *
     * @param values a value for each column, in their order
     * @param verdict what becomes of it
     * @param codes the codes that say so; empty for a possible one
     * @param restrictions what it takes away from the other axes
     * @param nearest for an impossible combination up to three nearest possible ones
     * @param example a value for every axis: as few errors and warnings as there can be
     */
    public record Row(
            List<String> values,
            Verdict verdict,
            List<String> codes,
            List<Restriction> restrictions,
            List<Change> nearest,
            Map<String, String> example) {
        /** Copies the collections. */
        public Row {
            values = List.copyOf(values);
            codes = List.copyOf(codes);
            restrictions = List.copyOf(restrictions);
            nearest = List.copyOf(nearest);
            example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
        }
    }

    /**
     * A value of another axis that goes with other combinations, but not with this one, or only with a warning.
     *
     * @param axis the other axis
     * @param value its value
     * @param excluded whether it is excluded; else it brings a warning
     * @param codes the codes that say so
     */
    public record Restriction(String axis, String value, boolean excluded, List<String> codes) {
        /** Copies the codes. */
        public Restriction {
            codes = List.copyOf(codes);
        }
    }

    /**
     * Changes that make a combination possible.
     *
     * @param values the new value of each axis that changes
     * @param lowersProtection whether one of them gives up what protects the site, such as FIPS mode
     */
    public record Change(Map<String, String> values, boolean lowersProtection) {
        /** Copies the values. */
        public Change {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
