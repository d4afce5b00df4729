// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The axis table in numbers, for who judges many combinations. A combination is an array with the number of a value for each axis, in the order
 * of the table, {@link #UNKNOWN} for a value that nobody knows. Immutable.
 */
public final class AxisSpace {
    /** Stands for an unknown value. */
    public static final int UNKNOWN = -1;

    /** What an error adds to the rank of a combination. */
    static final int ERROR = 1 << 16;

    private static final int[] NO_AXES = {};

    private final AxisTable table;
    private final List<Condition> conditions;

    /**
     * Numbers a table.
     *
     * @param table the table
     */
    public AxisSpace(AxisTable table) {
        if (table.constraints().size() > Long.SIZE) {
            throw new IllegalArgumentException("more constraints than a number has bits");
        }
        this.table = table;
        this.conditions = table.constraints().stream()
                .map(constraint -> new Condition(
                        constraint.severity() == Severity.ERROR,
                        terms(table.axes(), constraint.when()),
                        terms(table.axes(), constraint.then())))
                .toList();
    }

    /** The values of one axis, as bits. */
    private record Term(int axis, int values) {
        boolean holds(int[] combination) {
            int value = combination[axis];
            return value != UNKNOWN && (values >> value & 1) == 1;
        }

        boolean breaks(int[] combination) {
            return combination[axis] != UNKNOWN && !holds(combination);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // judged millions of times, and never compared
    private record Condition(boolean error, Term[] when, Term[] then) {
        boolean breaks(int[] combination) {
            for (Term term : when) {
                if (!term.holds(combination)) {
                    return false;
                }
            }
            for (Term term : then) {
                if (term.breaks(combination)) {
                    return true;
                }
            }
            return false;
        }

        /** Returns the axes of which one must change: those that call for it, and those that break it. */
        int[] axes(int[] combination) {
            int[] axes = new int[when.length + then.length];
            int count = 0;
            for (Term term : when) {
                axes[count++] = term.axis;
            }
            for (Term term : then) {
                if (term.breaks(combination)) {
                    axes[count++] = term.axis;
                }
            }
            return Arrays.copyOf(axes, count);
        }

        Stream<Term> terms() {
            return Stream.concat(Arrays.stream(when), Arrays.stream(then));
        }
    }

    private static Term[] terms(List<Axis> axes, Map<String, List<String>> named) {
        List<Term> terms = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            List<String> allowed = named.get(axes.get(axis).name());
            if (allowed != null) {
                List<Axis.Value> values = axes.get(axis).values();
                int bits = IntStream.range(0, values.size())
                        .filter(value -> allowed.contains(values.get(value).text()))
                        .map(value -> 1 << value)
                        .sum();
                terms.add(new Term(axis, bits));
            }
        }
        return terms.toArray(Term[]::new);
    }

    /**
     * Returns the table.
     *
     * @return the table that is numbered
     */
    public AxisTable table() {
        return table;
    }

    /**
     * Numbers a combination.
     *
     * @param chosen values by axis; an axis that is missing is unknown
     * @return the combination
     */
    public int[] combination(Map<String, String> chosen) {
        return table.axes().stream()
                .mapToInt(axis -> number(axis, chosen.get(axis.name())))
                .toArray();
    }

    private static int number(Axis axis, @Nullable String text) {
        for (int value = 0; value < axis.values().size(); value++) {
            if (axis.values().get(value).text().equals(text)) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /**
     * Names the values of a combination.
     *
     * @param combination the combination
     * @return values by axis in the order of the table, without the unknown ones
     */
    public Map<String, String> named(int[] combination) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int axis = 0; axis < combination.length; axis++) {
            if (combination[axis] != UNKNOWN) {
                Axis found = table.axes().get(axis);
                named.put(found.name(), found.values().get(combination[axis]).text());
            }
        }
        return named;
    }

    /**
     * Returns the constraints that a combination breaks.
     *
     * @param combination the combination
     * @return a bit for each constraint, the first of the table lowest
     */
    public long broken(int[] combination) {
        long bits = 0;
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).breaks(combination)) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    /** Returns the constraints of a severity that a combination breaks, in order. */
    List<AxisConstraint> broken(int[] combination, Severity severity) {
        long bits = broken(combination);
        return IntStream.range(0, conditions.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(table.constraints()::get)
                .filter(constraint -> constraint.severity() == severity)
                .toList();
    }

    /** Returns how bad a combination is: 0 for a clean one, the number of warnings, and {@link #ERROR} more for each error. */
    int rank(int[] combination) {
        int rank = 0;
        for (Condition condition : conditions) {
            if (condition.breaks(combination)) {
                rank += condition.error ? ERROR : 1;
            }
        }
        return rank;
    }

    /**
     * Tells whether a combination breaks no constraint that is an error.
     *
     * @param combination the combination
     * @return whether it is possible
     */
    public boolean isValid(int[] combination) {
        return rank(combination) < ERROR;
    }

    /**
     * Tells whether a combination breaks no constraint at all.
     *
     * @param combination the combination
     * @return whether it is possible without warning
     */
    public boolean isClean(int[] combination) {
        return rank(combination) == 0;
    }

    /** Returns the axes of the first error of a combination; empty when it is valid. */
    int[] conflict(int[] combination) {
        for (Condition condition : conditions) {
            if (condition.error && condition.breaks(combination)) {
                return condition.axes(combination);
            }
        }
        return NO_AXES;
    }

    /**
     * Goes through all combinations that have the known values of a pattern.
     *
     * @param pattern the values that stay; all axes that are unknown in it are gone through
     * @param visitor takes each combination, in the order of the table, the last axis fastest; the array is reused
     */
    public void visit(int[] pattern, Consumer<int[]> visitor) {
        int[] free = IntStream.range(0, pattern.length)
                .filter(axis -> pattern[axis] == UNKNOWN)
                .toArray();
        visit(pattern.clone(), free, 0, visitor);
    }

    private void visit(int[] combination, int[] free, int next, Consumer<int[]> visitor) {
        if (next == free.length) {
            visitor.accept(combination);
            return;
        }
        int values = table.axes().get(free[next]).values().size();
        for (int value = 0; value < values; value++) {
            combination[free[next]] = value;
            visit(combination, free, next + 1, visitor);
        }
    }

    /** Returns whether any constraint speaks of an axis. */
    boolean isNamed(int axis) {
        return conditions.stream().flatMap(Condition::terms).anyMatch(term -> term.axis == axis);
    }

    /**
     * Returns a pattern that every combination has.
     *
     * @return a new array of unknown values
     */
    public int[] unknown() {
        int[] pattern = new int[table.axes().size()];
        Arrays.fill(pattern, UNKNOWN);
        return pattern;
    }
}
