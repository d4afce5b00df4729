// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.schemas.StructureSchemas;
import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of documents. */
enum Kind {
    PROFILE("Profile"),
    SITE("Site");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    SchemaText schema() {
        return switch (this) {
            case PROFILE -> StructureSchemas.profile();
            case SITE -> StructureSchemas.site();
        };
    }

    Kind other() {
        return this == PROFILE ? SITE : PROFILE;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Kind::text).toList();
    }

    static Optional<Kind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
