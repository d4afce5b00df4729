// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.nio.charset.StandardCharsets;

/** The hand-written schema of findings as JSON Lines: a contract with whoever reads them, so every object in it is closed. Thread-safe. */
public final class FindingSchema {
    /** The identifier of the schema. */
    public static final String ID = "urn:farstead:schema:finding:v1";

    private FindingSchema() {}

    /**
     * Returns the schema.
     *
     * @return JSON
     */
    public static String text() {
        return new String(Resources.read("output/finding.json"), StandardCharsets.UTF_8);
    }
}
