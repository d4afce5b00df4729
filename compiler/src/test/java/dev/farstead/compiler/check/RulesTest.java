// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.finding.Severity;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Of the key for a load balancer. */
    private static final String DOUBTED = "NET-095";

    static Stream<Explanation> explanations() {
        return Rules.explanations();
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
        assertThat(explanation.rows()).allMatch(row -> row.matches("C-[0-9]{2,3}"));
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void theGoodExampleDoesNotGiveTheCode(Explanation explanation) {
        List<Finding> findings = findings(explanation.good());

        assertThat(findings).extracting(Finding::code).doesNotContain(explanation.code());
        assertThat(findings)
                .as("an example of one rule breaks no other")
                .filteredOn(finding -> !comesWithAChoice(finding))
                .extracting(Finding::code)
                .allMatch(code -> code.equals("SEC-001"));
    }

    /** Some choices always come with a note, and what documents doubt on two axes, or of one key, always with a warning. */
    private static boolean comesWithAChoice(Finding finding) {
        return finding.severity() == Severity.NOTE
                || finding.code().equals(DOUBTED)
                || (finding.severity() == Severity.WARNING
                        && Catalogue.bundled().axes().constraints().stream()
                                .anyMatch(constraint -> constraint.code().equals(finding.code())));
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
    @MethodSource("explanations")
    void theExamplesDependOnTheCondition(Explanation explanation) {
        Example good = Example.of(explanation.good());
        Example bad = Example.of(explanation.bad());
        List<Object> broken = broken(explanation, bad, false);
        assertThat(broken).isNotEmpty();
        assertThat(broken(explanation, good, false)).isEmpty();
        assertThat(broken(explanation, good, true))
                .as("subjects that keep the rule")
                .isNotEmpty();
        assertThat(broken(explanation, bad, true)).doesNotContainAnyElementsOf(broken);
    }

    /** Returns what breaks the rule of a code, or with the condition negated what keeps it, in all profiles and sites. */
    private static List<Object> broken(Explanation explanation, Example example, boolean negated) {
        Stream<Object> profiles = Rules.profiles().stream()
                .filter(rule -> rule.explanation().equals(explanation))
                .flatMap(rule -> example.profiles().stream().flatMap(context -> broken(rule, context, negated)));
        Stream<Object> sites = Rules.sites().stream()
                .filter(rule -> rule.explanation().equals(explanation))
                .flatMap(rule -> example.sites().stream().flatMap(context -> broken(rule, context, negated)));
        Stream<Object> fleet = Rules.fleet().stream()
                .filter(rule -> rule.explanation().equals(explanation))
                .flatMap(rule -> example.fleet().stream().flatMap(context -> broken(rule, context, negated)));
        return Stream.of(profiles, sites, fleet).flatMap(found -> found).toList();
    }

    private static <C, T> Stream<Object> broken(Rule<C, T> rule, C context, boolean negated) {
        Rule<C, T> run = negated ? rule.negated() : rule;
        return run.subjects().apply(context).filter(run.broken()).map(Object.class::cast);
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

    /** The line to mend is one, however many sites read it. */
    @ParameterizedTest
    @MethodSource("faultsOfProfiles")
    void aFaultOfTheProfileIsFoundOnceForAllItsSites(Explanation explanation) {
        Example example = Example.of(explanation.bad());
        Example further = example.withSites(
                "{metadata: {name: store-2}, spec: {network: {lan: 10.20.5.0/24}}}",
                "{metadata: {name: store-3}, spec: {network: {lan: 10.20.6.0/24}}}");

        assertThat(of(explanation, further)).hasSameSizeAs(of(explanation, example));
    }

    static Stream<Explanation> faultsOfProfiles() {
        return explanations()
                .filter(explanation -> Example.of(explanation.bad()).changesOnlyTheProfile())
                // Only a site can have a token for its cluster.
                .filter(explanation -> !explanation.code().equals("MODE-040"));
    }

    /** The same where lines of the sites meet the profile's range, each its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NET-034 | network: {lan: 10.20.1%1$d.0/24, nameservers: [100.64.0.%1$d]}",
                "NET-040 | network: {lan: 10.20.1%1$d.0/24}, hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, "
                        + "enp2s0: {address: 100.64.0.%1$d/24}}}]",
            })
    void aRangeOfTheProfileThatMeetsLinesOfManySitesIsFoundOnce(String code, String spec) {
        String[] sites = IntStream.rangeClosed(2, 4)
                .mapToObj(
                        i -> "{metadata: {name: store-" + i + "}, spec: {" + String.format(Locale.ROOT, spec, i) + "}}")
                .toArray(String[]::new);

        assertThat(findings(Example.of("{}").withSites(sites)))
                .filteredOn(finding -> finding.code().equals(code))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sites()).hasSize(3));
    }

    private static List<Finding> of(Explanation explanation, Example example) {
        return findings(example).stream()
                .filter(finding -> finding.code().equals(explanation.code()))
                .toList();
    }

    private static List<Finding> findings(String changes) {
        return findings(Example.of(changes));
    }

    private static List<Finding> findings(Example example) {
        return Farstead.create().check(example.input()).findings();
    }
}
