// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Fix.Applicability;
import dev.farstead.model.source.Range;

/** Ways out that change a text, and words for those that do not. */
final class Fixes {
    private Fixes() {}

    static Fix example(String definition) {
        String good = Language.get().good(definition).orElseThrow();
        return Fix.advice("write something like " + Words.quote(shown(good)));
    }

    static Fix mended(Node node, String meant) {
        return Fix.of("write " + Words.quote(shown(meant)), SpecText.replace(node.place(), meant), Applicability.GUESS);
    }

    /** Without quotes 1.28 would be a number, and the same finding would come again. */
    private static String shown(String text) {
        return NumberText.parse(text).isPresent() ? '"' + text + '"' : text;
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
