// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Fix.Applicability;
import dev.farstead.model.source.Range;

/** Ways out that change a text, and words for those that do not. */
final class Fixes {
    private Fixes() {}

    static Fix example(String definition) {
        String good = Language.get().good(definition).orElseThrow();
        // Without quotes 1.28 would be a number, and the same finding would come again.
        boolean number = NumberText.parse(good).isPresent();
        return Fix.advice("write something like " + Words.quote(number ? '"' + good + '"' : good));
    }

    static Fix rename(String what, Range range, String word, boolean plain) {
        // JSON has no plain texts, and who quotes in YAML wants to see quotes.
        String replacement = plain ? word : '"' + word + '"';
        return Fix.of(what + ' ' + Words.quote(word), new Edit(range, replacement), Applicability.GUESS);
    }

    static Fix replace(String what, Node node, String replacement, Applicability applicability) {
        return Fix.of(
                what + ' ' + Words.quote(replacement), new Edit(node.place().value(), replacement), applicability);
    }
}
