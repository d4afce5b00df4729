// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule: its page, its evidence, and that its examples depend on its condition. */
class RulesTest {
    static Stream<Rule<?, ?>> rules() {
        return Stream.concat(Rules.profiles().stream(), Rules.sites().stream());
    }

    @Test
    void codesStandForOneThingOverAllPasses() {
        Set<String> seen = new HashSet<>();
        assertThat(Farstead.create().explanations())
                .allSatisfy(explanation -> assertThat(seen.add(explanation.code()))
                        .as(explanation.code())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAPageWithEvidence(Rule<?, ?> rule) {
        Explanation page = rule.explanation();

        assertThat(Farstead.create().explain(page.code().toLowerCase(Locale.ROOT)))
                .contains(page);
        assertThat(page.code()).matches("[A-Z0-9]{2,5}-[0-9]{3}");
        assertThat(page.title()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
        assertThat(page.title().substring(0, 1)).isLowerCase();
        assertThat(page.why()).endsWith(".");
        assertThat(page.source()).isNotBlank().doesNotContainIgnoringCase("reference page");
        assertThat(page.rows()).allMatch(row -> row.matches("[CW]-[0-9]{2,3}"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theGoodExampleIsSilentAndTheBadOneFires(Rule<?, ?> rule) {
        String code = rule.explanation().code();

        assertThat(Examples.findings(rule.explanation().good()))
                .as("good example of %s", code)
                .noneMatch(finding -> finding.code().equals(code));
        assertThat(Examples.findings(rule.explanation().bad()))
                .as("bad example of %s", code)
                .anyMatch(finding -> finding.code().equals(code));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void withTheConditionNegatedTheExamplesTurn(Rule<?, ?> rule) {
        String code = rule.explanation().code();
        List<Object> onBad = Examples.breaking(rule, rule.explanation().bad());

        // A rule over two kinds of context has examples for one of them.
        if (!onBad.isEmpty()) {
            assertThat(Examples.breaking(rule.negated(), rule.explanation().good()))
                    .as("good example of %s", code)
                    .isNotEmpty();
            assertThat(Examples.breaking(rule.negated(), rule.explanation().bad()))
                    .as("bad example of %s", code)
                    .doesNotContainAnyElementsOf(onBad);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void messagesAreOurs(Rule<?, ?> rule) {
        for (Finding finding : Examples.findings(rule.explanation().bad())) {
            Stream.concat(
                            Stream.concat(Stream.of(finding.message()), finding.effect().stream()),
                            Stream.concat(finding.fixes().stream().map(fix -> fix.text()), finding.label().stream()))
                    .forEach(text -> assertThat(text)
                            .as(finding.code())
                            .doesNotEndWith(".")
                            .doesNotContain("\n", "dev.farstead", "java.", "Optional", "Located", "Sourced", "null")
                            .matches(
                                    line -> line.chars().filter(c -> c == '`').count() % 2 == 0, "backticks in pairs"));
            assertThat(finding.range()).as(finding.code()).isPresent();
            assertThat(finding.fixes()).as(finding.code()).isNotEmpty();
        }
    }
}
