// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The hand-written structure schemas of the source language, and the words that go with them, as JSON texts. Draft-07,
 * closed objects, a small vocabulary: what keys and types exist, and nothing about how values go together. Each call
 * reads the text anew, so callers keep what they make of it. Thread-safe.
 */
public final class StructureSchemas {
    private StructureSchemas() {}

    /**
     * A schema.
     *
     * @param id its identifier, such as {@code urn:farstead:schema:site:v1alpha1}
     * @param text the schema as JSON
     */
    public record SchemaText(String id, String text) {}

    /**
     * Returns the schema of documents of kind {@code Profile}.
     *
     * @return the schema
     */
    public static SchemaText profile() {
        return schema("profile");
    }

    /**
     * Returns the schema of documents of kind {@code Site}.
     *
     * @return the schema
     */
    public static SchemaText site() {
        return schema("site");
    }

    /**
     * Returns the definitions that both kinds share.
     *
     * @return a schema of definitions alone
     */
    public static SchemaText common() {
        return schema("common");
    }

    /**
     * Returns every schema.
     *
     * @return the two kinds and what they share
     */
    public static List<SchemaText> all() {
        return List.of(profile(), site(), common());
    }

    /**
     * Returns, for each definition with a pattern, words for people and a value that fits.
     *
     * @return a JSON object: definition name to {@code words} and {@code good}
     */
    public static String patterns() {
        return read("patterns");
    }

    /**
     * Returns what the language has names for but no effect yet: such a value or key is refused as not supported yet.
     *
     * @return a JSON object: {@code values} and {@code keys} by definition name
     */
    public static String planned() {
        return read("planned");
    }

    private static SchemaText schema(String name) {
        return new SchemaText("urn:farstead:schema:" + name + ":v1alpha1", read(name));
    }

    private static String read(String name) {
        return new String(Resources.read("structure/" + name + ".json"), StandardCharsets.UTF_8);
    }
}
