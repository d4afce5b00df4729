// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.nio.charset.StandardCharsets;

/**
 * The schema for editors: one for documents of every kind. It takes what the structure schemas take, but for combinations that the axis table
 * refuses within one document, and holds the texts that editors show. Made from both by a test, and never run by the compiler. Thread-safe.
 */
public final class EditorSchema {
    private EditorSchema() {}

    /**
     * Returns the schema.
     *
     * @return the schema, in draft-07 with the keywords that YAML editors add: {@code markdownDescription}, {@code
     *     markdownEnumDescriptions}, {@code defaultSnippets}, {@code errorMessage}, {@code patternErrorMessage}
     */
    public static SchemaText text() {
        return new SchemaText(
                "urn:farstead:schema:editor:v1alpha1",
                new String(Resources.read("editor/editor.json"), StandardCharsets.UTF_8));
    }
}
