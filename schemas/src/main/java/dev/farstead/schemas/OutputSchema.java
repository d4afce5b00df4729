// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.nio.charset.StandardCharsets;

/** The hand-written schemas of what programs read of a run: contracts with them, so every object in them is closed. Thread-safe. */
public enum OutputSchema {
    /** Findings as JSON Lines. */
    FINDING("finding"),
    /** The index of an output set. */
    INDEX("index"),
    /** What made the lines of an output set. */
    ORIGIN("origin"),
    /** Which combinations of axes are possible. */
    MATRIX("matrix");

    private final String kind;

    OutputSchema(String kind) {
        this.kind = kind;
    }

    /**
     * Returns the identifier.
     *
     * @return such as {@code urn:farstead:schema:finding:v1}
     */
    public String id() {
        return "urn:farstead:schema:" + kind + ":v1";
    }

    /**
     * Returns the schema.
     *
     * @return JSON
     */
    public String text() {
        return new String(Resources.read("output/" + kind + ".json"), StandardCharsets.UTF_8);
    }
}
