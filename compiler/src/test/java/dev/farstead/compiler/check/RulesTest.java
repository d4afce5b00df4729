// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds of every rule: what it says of itself is true of its examples, and its words have the style of all findings. */
final class RulesTest {
    /** No word of a finding comes from a library or from the language that this is written in. */
    private static final List<String> FOREIGN = List.of(
            "java.",
            "Exception",
            "Optional",
            "null",
            "[]{}",
            "Sourced",
            "Located",
            "snakeyaml",
            "jackson",
            "$.",
            "class java");

    static Stream<Explanation> explanations() {
        return Rules.explanations();
    }

    static Stream<Rule<ProfileContext, ?>> profileRules() {
        return Rules.profiles().stream();
    }

    static Stream<Rule<SiteContext, ?>> siteRules() {
        Set<String> ofProfiles =
                Rules.profiles().stream().map(rule -> rule.explanation().code()).collect(Collectors.toSet());
        // A rule over both kinds of context has the examples of the first.
        return Rules.sites().stream()
                .filter(rule -> !ofProfiles.contains(rule.explanation().code()));
    }

    @Test
    void nothingIsFoundInTheBaseButTheOpenSecret() {
        assertThat(findings("{}")).extracting(Finding::code).containsOnly("SEC-001");
    }

    @Test
    void codesAreUniqueOverAllPasses() {
        assertThat(Farstead.create().explanations())
                .extracting(Explanation::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z][A-Z0-9]{1,4}-[0-9]{3}"));
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void aRuleSaysWhatItIsAndWhereItComesFrom(Explanation explanation) {
        assertThat(explanation.title()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
        assertThat(explanation.title().substring(0, 1)).isLowerCase();
        assertThat(explanation.why()).isNotBlank().endsWith(".").doesNotContain("\n");
        assertThat(explanation.source()).isNotBlank();
        assertThat(explanation.rows()).isNotEmpty().allMatch(row -> row.matches("C-[0-9]{2,3}"));
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void theGoodExampleDoesNotGiveTheCode(Explanation explanation) {
        assertThat(findings(explanation.good()))
                .extracting(Finding::code)
                .doesNotContain(explanation.code())
                .as("an example of one rule breaks no other")
                .allMatch(code -> code.equals("SEC-001"));
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void theBadExampleGivesTheCode(Explanation explanation) {
        assertThat(findings(explanation.bad()))
                .filteredOn(finding -> finding.code().equals(explanation.code()))
                .isNotEmpty()
                .allMatch(finding -> finding.severity() == explanation.severity());
    }

    @ParameterizedTest
    @MethodSource("profileRules")
    void theExamplesOfARuleAboutProfilesDependOnItsCondition(Rule<ProfileContext, ?> rule) {
        dependOnCondition(rule, Example::profiles);
    }

    @ParameterizedTest
    @MethodSource("siteRules")
    void theExamplesOfARuleAboutSitesDependOnItsCondition(Rule<SiteContext, ?> rule) {
        dependOnCondition(rule, Example::sites);
    }

    private static <C> void dependOnCondition(Rule<C, ?> rule, Function<Example, List<C>> contexts) {
        List<C> good = contexts.apply(Example.of(rule.explanation().good()));
        List<C> bad = contexts.apply(Example.of(rule.explanation().bad()));
        assertThat(good).flatMap(context -> subjects(rule, context, false)).isEmpty();
        assertThat(good).flatMap(context -> subjects(rule, context, true)).isNotEmpty();
        List<Object> broken = bad.stream()
                .flatMap(context -> subjects(rule, context, false).stream())
                .toList();
        assertThat(broken).isNotEmpty();
        assertThat(bad).flatMap(context -> subjects(rule, context, true)).doesNotContainAnyElementsOf(broken);
    }

    private static <C, T> List<Object> subjects(Rule<C, T> rule, C context, boolean negated) {
        Rule<C, T> run = negated ? rule.negated() : rule;
        return run.subjects()
                .apply(context)
                .filter(run.broken())
                .map(Object.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void whatItSaysHasTheStyleOfAllFindings(Explanation explanation) {
        for (Finding finding : findings(explanation.bad())) {
            if (!finding.code().equals(explanation.code())) {
                continue;
            }
            assertThat(finding.range()).as("range of %s", finding.message()).isPresent();
            assertThat(finding.effect()).as("effect of %s", finding.message()).isPresent();
            assertThat(finding.fixes()).as("fixes of %s", finding.message()).isNotEmpty();
            assertThat(finding.message().substring(0, 1)).isNotEqualTo(" ").matches("[a-z`\\d]|[A-Z].*");
            assertThat(texts(finding)).allSatisfy(RulesTest::isInStyle);
        }
    }

    private static Stream<String> texts(Finding finding) {
        return Stream.of(
                        Stream.of(finding.message()),
                        finding.label().stream(),
                        finding.effect().stream(),
                        finding.values().stream(),
                        finding.related().stream().map(Related::label),
                        finding.fixes().stream().map(Fix::text))
                .flatMap(texts -> texts);
    }

    private static void isInStyle(String text) {
        assertThat(text).isNotBlank().doesNotEndWith(".").doesNotContain("\n").doesNotContain("  ");
        assertThat(text.chars().filter(c -> c == '`').count() % 2)
                .as("backticks of %s", text)
                .isZero();
        assertThat(FOREIGN).noneMatch(text::contains);
    }

    private static List<Finding> findings(String changes) {
        return Farstead.create().check(Example.of(changes).input()).findings();
    }
}
