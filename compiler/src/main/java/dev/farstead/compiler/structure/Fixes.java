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
        return Fix.advice("write something like "
                + Language.get().good(definition).map(Words::quote).orElseThrow());
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
