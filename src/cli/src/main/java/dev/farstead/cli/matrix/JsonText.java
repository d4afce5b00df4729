// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.farstead.Matrix;
import dev.farstead.model.finding.Explanation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A matrix with everything that is known about it: {@code urn:farstead:schema:matrix:v1}. */
final class JsonText {
    private JsonText() {}

    static String of(Matrix matrix) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            // Line ends are the same on every machine.
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeArrayFieldStart("axes");
            for (Matrix.Axis axis : matrix.axes()) {
                json.writeStartObject();
                json.writeStringField("name", axis.name());
                json.writeStringField("kind", axis.kind());
                json.writeStringField("path", axis.path());
                texts(json, "values", axis.values());
                json.writeEndObject();
            }
            json.writeEndArray();
            texts(json, "columns", matrix.columns());
            map(json, "fixed", matrix.fixed());
            json.writeArrayFieldStart("rows");
            for (Matrix.Row row : matrix.rows()) {
                row(json, matrix.columns(), row);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("reasons");
            for (Explanation reason : matrix.reasons()) {
                reason(json, reason);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append("\n").toString();
    }

    private static void row(JsonGenerator json, List<String> columns, Matrix.Row row) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("values");
        for (int i = 0; i < columns.size(); i++) {
            json.writeStringField(columns.get(i), row.values().get(i));
        }
        json.writeEndObject();
        json.writeStringField("verdict", row.verdict().text());
        texts(json, "codes", row.codes());
        json.writeArrayFieldStart("restrictions");
        for (Matrix.Restriction restriction : row.restrictions()) {
            json.writeStartObject();
            json.writeStringField("axis", restriction.axis());
            json.writeStringField("value", restriction.value());
            json.writeBooleanField("excluded", restriction.excluded());
            texts(json, "codes", restriction.codes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("nearest");
        for (Matrix.Change change : row.nearest()) {
            json.writeStartObject();
            map(json, "values", change.values());
            json.writeBooleanField("lowersProtection", change.lowersProtection());
            json.writeEndObject();
        }
        json.writeEndArray();
        map(json, "example", row.example());
        json.writeEndObject();
    }

    private static void reason(JsonGenerator json, Explanation reason) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", reason.code());
        json.writeStringField("severity", reason.severity().text());
        json.writeStringField("title", reason.title());
        json.writeStringField("why", reason.why());
        texts(json, "rows", reason.rows());
        json.writeStringField("source", reason.source());
        json.writeBooleanField("inferred", reason.inferred());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void map(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
