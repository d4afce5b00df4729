// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.NonValidationKeyword;
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
    private static final String ID = "$id";
    private static final Map<Kind, Schema> SCHEMAS = compile();

    private Validators() {}

    private static Map<Kind, Schema> compile() {
        Map<String, String> texts =
                StructureSchemas.all().stream().collect(Collectors.toUnmodifiableMap(SchemaText::id, SchemaText::text));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                dialect(),
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

    /**
     * The part of draft 7 that our schemas use. The whole of it would load some fifty formats with each start; a keyword that is used and
     * does not stand here is refused when the schemas are compiled.
     */
    private static Dialect dialect() {
        SpecificationVersion draft = SpecificationVersion.DRAFT_7;
        return Dialect.builder(draft.getDialectId())
                .specificationVersion(draft)
                .idKeyword(ID)
                .keywords(List.of(
                        KeywordType.ADDITIONAL_PROPERTIES,
                        KeywordType.ITEMS_LEGACY,
                        KeywordType.MAX_PROPERTIES,
                        KeywordType.MAXIMUM,
                        KeywordType.MIN_ITEMS,
                        KeywordType.MIN_PROPERTIES,
                        KeywordType.MINIMUM,
                        KeywordType.PATTERN,
                        KeywordType.PROPERTIES,
                        KeywordType.PROPERTY_NAMES,
                        KeywordType.REF,
                        KeywordType.REQUIRED,
                        KeywordType.TYPE,
                        new OneOf(),
                        new UniqueItems(),
                        new NonValidationKeyword(ID),
                        new NonValidationKeyword("$schema"),
                        new NonValidationKeyword("definitions")))
                .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                .build();
    }

    static List<Error> validate(Kind kind, JsonNode document) {
        Schema schema = SCHEMAS.get(kind);
        if (schema == null) {
            throw new IllegalStateException("no schema for " + kind);
        }
        return schema.validate(document);
    }
}
