// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Origins as JSON, {@code urn:farstead:schema:origin:v1}. An origin has a {@code kind}: {@code written} with a {@code place},
 * {@code default} with a {@code reason}, {@code fact} with a {@code fact} and its {@code source}, or {@code inferred} with a
 * {@code reason} and a list {@code from}. Lines and columns count from 1, columns in code points; an end stands behind the last
 * character.
 */
public final class OriginJson {
    private static final JsonFactory JSON = new JsonFactory();

    private OriginJson() {}

    /**
     * Writes the origins of a file as JSON Lines: one object a run of lines, with {@code path}, {@code first}, {@code last} and
     * {@code origin}.
     *
     * @param path path of the file in its set
     * @param runs its lines
     * @return text with line ends
     */
    static String lines(String path, List<LineRun> runs) {
        StringWriter text = new StringWriter();
        for (LineRun run : runs) {
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject();
                json.writeStringField("path", path);
                run(json, run);
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Writes an answer: {@code path}, {@code warnings}, and the {@code lines} that were asked for with their {@code text}. */
    static String answer(String path, List<String> text, List<LineRun> runs, List<String> warnings) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            // Line ends are the same on every machine.
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("path", path);
            texts(json, "warnings", warnings);
            json.writeArrayFieldStart("lines");
            for (LineRun run : runs) {
                json.writeStartObject();
                texts(
                        json,
                        "text",
                        text.subList(run.first() - 1, run.last()).stream()
                                .map(Concealment::words)
                                .toList());
                run(json, run);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append("\n").toString();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void run(JsonGenerator json, LineRun run) throws IOException {
        json.writeNumberField("first", run.first());
        json.writeNumberField("last", run.last());
        json.writeFieldName("origin");
        origin(json, run.origin());
    }

    private static void origin(JsonGenerator json, Origin origin) throws IOException {
        json.writeStartObject();
        if (origin instanceof Origin.Written written) {
            json.writeStringField("kind", "written");
            place(json, written.place());
        } else if (origin instanceof Origin.Default held) {
            json.writeStringField("kind", "default");
            json.writeStringField("reason", held.reason());
        } else if (origin instanceof Origin.Fact fact) {
            json.writeStringField("kind", "fact");
            json.writeStringField("fact", fact.fact());
            json.writeStringField("source", fact.source());
        } else if (origin instanceof Origin.Inferred inferred) {
            json.writeStringField("kind", "inferred");
            json.writeStringField("reason", inferred.reason());
            json.writeArrayFieldStart("from");
            for (Origin from : inferred.from()) {
                origin(json, from);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Place place) throws IOException {
        json.writeObjectFieldStart("place");
        json.writeStringField("source", place.value().source());
        json.writeNumberField("line", place.value().start().line());
        json.writeNumberField("column", place.value().start().column());
        json.writeNumberField("endLine", place.value().end().line());
        json.writeNumberField("endColumn", place.value().end().column());
        json.writeStringField("path", place.path());
        json.writeEndObject();
    }
}
