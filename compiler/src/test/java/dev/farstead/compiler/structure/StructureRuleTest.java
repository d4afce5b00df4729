// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StructureRuleTest {
    @ParameterizedTest
    @EnumSource(StructureRule.class)
    void theBadExampleGivesThisFindingAlone(StructureRule rule) {
        assertThat(StructureCheck.check(Documents.of(rule.explanation().bad())))
                .extracting(Finding::code)
                .containsExactly(rule.explanation().code());
    }

    @ParameterizedTest
    @EnumSource(StructureRule.class)
    void whatIsFoundHasAWayOut(StructureRule rule) {
        assertThat(StructureCheck.check(Documents.of(rule.explanation().bad())))
                .flatExtracting(Finding::fixes)
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(StructureRule.class)
    void theGoodExampleGivesNone(StructureRule rule) {
        assertThat(StructureCheck.check(Documents.of(rule.explanation().good())))
                .isEmpty();
    }

    @Test
    void codesAreInOrderAndUnique() {
        assertThat(Arrays.stream(StructureRule.values())
                        .map(rule -> rule.explanation().code()))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("SPEC-[0-9]{3}"));
    }
}
