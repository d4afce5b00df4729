// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One constraint: what it looks at, when that is broken, and the words. A rule whose inputs are faulty finds no subjects and so stays
 * silent.
 *
 * @param explanation code, reason, evidence and examples
 * @param subjects what the rule looks at
 * @param broken whether a subject breaks the rule
 * @param words says it: place, message, values, effect, way out
 * @param <C> {@link ProfileContext}, {@link SiteContext} or {@link FleetContext}
 * @param <T> type of a subject
 */
record Rule<C, T>(
        Explanation explanation,
        Function<C, Stream<T>> subjects,
        Predicate<T> broken,
        BiConsumer<T, Finding.Builder> words) {
    /**
     * Checks. A site meets hundreds of rules and breaks few, so this is a loop over the subjects and not one more stream around each rule.
     *
     * @param context what to look at
     * @param findings takes what is wrong, in the order of the subjects
     */
    void check(C context, Consumer<Finding> findings) {
        subjects.apply(context).forEach(subject -> {
            if (broken.test(subject)) {
                findings.accept(finding(subject));
            }
        });
    }

    /** Returns the subjects that break the rule. */
    Stream<T> breaking(C context) {
        return subjects.apply(context).filter(broken);
    }

    private Finding finding(T subject) {
        Finding.Builder builder = Finding.builder();
        builder.code(explanation.code()).severity(explanation.severity());
        words.accept(subject, builder);
        return builder.build();
    }

    /**
     * Returns the rule with its condition negated: what its test runs to see that the examples depend on the condition.
     *
     * @return the negated rule
     */
    Rule<C, T> negated() {
        return new Rule<>(explanation, subjects, broken.negate(), words);
    }

    /**
     * Returns the same rule for another kind of context: one code and one explanation, wherever its subjects stand.
     *
     * @param others what it looks at there
     * @param <D> type of the other context
     * @return the rule
     */
    <D> Rule<D, T> over(Function<D, Stream<T>> others) {
        return new Rule<>(explanation, others, broken, words);
    }

    /**
     * Starts a rule about profiles.
     *
     * @param code the code
     * @return a builder
     */
    static Draft<ProfileContext> profile(String code) {
        return new Draft<>(code);
    }

    /**
     * Starts a rule about sites.
     *
     * @param code the code
     * @return a builder
     */
    static Draft<SiteContext> site(String code) {
        return new Draft<>(code);
    }

    /**
     * Starts a rule about what sites have in common.
     *
     * @param code the code
     * @return a builder
     */
    static Draft<FleetContext> fleet(String code) {
        return new Draft<>(code);
    }

    /** A rule being written down; not thread-safe. */
    static final class Draft<C> {
        private final String code;
        private Severity severity = Severity.ERROR;
        private String title = "";
        private String why = "";
        private List<String> rows = List.of();
        private String source = "";
        private boolean inferred;
        private String good = "";
        private String bad = "";

        private Draft(String code) {
            this.code = code;
        }

        Draft<C> warning() {
            severity = Severity.WARNING;
            return this;
        }

        Draft<C> note() {
            severity = Severity.NOTE;
            return this;
        }

        /** The rule in one line, as a statement of what is wrong: lower case, no full stop. */
        Draft<C> title(String text) {
            title = text;
            return this;
        }

        /** What happens when it is broken, in whole sentences. */
        Draft<C> why(String text) {
            why = text;
            return this;
        }

        /** The rows of the constraint catalogue, and where they come from. */
        Draft<C> evidence(String where, String... constraintRows) {
            source = where;
            rows = List.of(constraintRows);
            return this;
        }

        /** No document states the rule. */
        Draft<C> inferred() {
            inferred = true;
            return this;
        }

        /** Changes to the base example, below the keys {@code profile} and {@code site}, that keep the rule. */
        Draft<C> good(String yaml) {
            good = yaml;
            return this;
        }

        /** The same, with the rule broken. */
        Draft<C> bad(String yaml) {
            bad = yaml;
            return this;
        }

        <T> Condition<C, T> subjects(Function<C, Stream<T>> subjects) {
            return new Condition<>(
                    new Explanation(code, severity, title, why, rows, source, inferred, good, bad), subjects);
        }
    }

    /** A rule that still needs its condition and words. */
    record Condition<C, T>(Explanation explanation, Function<C, Stream<T>> subjects) {
        Rule<C, T> broken(Predicate<T> broken, BiConsumer<T, Finding.Builder> words) {
            return new Rule<>(explanation, subjects, broken, words);
        }
    }
}
