// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;

/** A text, given here or by the name of a source that the caller hands in. */
public sealed interface TextChoice {
    /**
     * A text given here.
     *
     * @param text the text
     */
    record Inline(Located<String> text) implements TextChoice {}

    /**
     * A named source.
     *
     * @param name its name, for the command line a path relative to the specification
     */
    record NamedSource(Located<String> name) implements TextChoice {}
}
