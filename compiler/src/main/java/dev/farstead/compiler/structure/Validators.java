// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.farstead.schemas.StructureSchemas;
import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The compiled schemas of all kinds. Loaded with the first document that is checked, since the validator is dear to
 * load. Thread-safe.
 */
final class Validators {
    private static final Map<Kind, Schema> SCHEMAS = compile();

    private Validators() {}

    private static Map<Kind, Schema> compile() {
        Map<String, String> texts =
                StructureSchemas.all().stream().collect(Collectors.toUnmodifiableMap(SchemaText::id, SchemaText::text));
        Dialect dialect = Dialect.builder(Dialects.getDraft7())
                .keyword(new UniqueItems())
                .keyword(new OneOf())
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                dialect,
                builder -> builder.nodeReader(new SchemaReader())
                        .schemas(texts)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)));
        Map<Kind, Schema> schemas = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Schema schema = registry.getSchema(SchemaLocation.of(kind.schema().id()));
            // Otherwise the first documents would build the parts, each thread its own.
            schema.initializeValidators();
            schemas.put(kind, schema);
        }
        return schemas;
    }

    static List<Error> validate(Kind kind, JsonNode document) {
        Schema schema = SCHEMAS.get(kind);
        if (schema == null) {
            throw new IllegalStateException("no schema for " + kind);
        }
        return schema.validate(document);
    }
}
