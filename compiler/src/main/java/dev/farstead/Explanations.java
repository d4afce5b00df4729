// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.check.AxisCheck;
import dev.farstead.compiler.check.Rules;
import dev.farstead.compiler.read.SyntaxRule;
import dev.farstead.compiler.resolve.Problem;
import dev.farstead.compiler.structure.FormRule;
import dev.farstead.compiler.structure.StructureRule;
import dev.farstead.model.finding.Explanation;
import dev.farstead.schemas.Catalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What stands behind the codes of all passes. */
final class Explanations {
    private Explanations() {}

    static List<Explanation> all(Catalogue catalogue) {
        return Stream.of(
                        Arrays.stream(SyntaxRule.values()).map(SyntaxRule::explanation),
                        Arrays.stream(StructureRule.values()).map(StructureRule::explanation),
                        FormRule.explanations(),
                        Problem.explanations(),
                        AxisCheck.explanations(catalogue.axes()),
                        Rules.explanations(),
                        RunProblem.explanations())
                .flatMap(explanations -> explanations)
                .sorted(Comparator.comparing(Explanation::code))
                .toList();
    }
}
