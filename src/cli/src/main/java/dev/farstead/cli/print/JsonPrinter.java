// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A finding as one line of JSON with all that is known about it: {@code urn:farstead:schema:finding:v1}. */
public final class JsonPrinter implements FindingPrinter {
    /** More names than these are counted only. A line stays a line that a program can hold. */
    private static final int MOST_SITES = 1000;

    private final SourceLines lines;
    private final Map<String, Explanation> explanations;

    /**
     * Prepares to print.
     *
     * @param lines the lines of the sources
     * @param explanations what stands behind the codes
     */
    public JsonPrinter(SourceLines lines, List<Explanation> explanations) {
        this.lines = lines;
        this.explanations = explanations.stream().collect(Collectors.toMap(Explanation::code, Function.identity()));
    }

    @Override
    public String print(Finding finding) {
        return JsonLine.of(json -> write(json, finding));
    }

    private void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("kind", "finding");
        json.writeStringField("severity", finding.severity().text());
        json.writeStringField("code", finding.code());
        json.writeStringField("message", finding.message());
        given(json, "document", finding.document());
        given(json, "path", finding.path());
        if (finding.range().isPresent()) {
            range(json, finding.range().get());
        }
        json.writeBooleanField("hidden", finding.hidden());
        given(json, "label", finding.label().orElse(""));
        json.writeArrayFieldStart("related");
        for (Related related : finding.related()) {
            json.writeStartObject();
            range(json, related.range());
            json.writeStringField("label", related.label());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "values", finding.values());
        given(json, "effect", finding.effect().orElse(""));
        json.writeArrayFieldStart("fixes");
        for (Fix fix : finding.fixes()) {
            fix(json, fix);
        }
        json.writeEndArray();
        sites(json, finding.sites());
        evidence(json, Optional.ofNullable(explanations.get(finding.code())));
        json.writeStringField("documentation", "farstead explain " + finding.code());
        json.writeStringField("fingerprint", finding.fingerprint());
    }

    private void fix(JsonGenerator json, Fix fix) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", fix.text());
        json.writeStringField("applicability", fix.applicability().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("edits");
        for (Edit edit : fix.edits()) {
            json.writeStartObject();
            range(json, edit.range());
            json.writeStringField("text", edit.replacement());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void sites(JsonGenerator json, List<String> sites) throws IOException {
        if (sites.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("sites");
        json.writeNumberField("count", sites.size());
        texts(json, "names", sites.subList(0, Math.min(MOST_SITES, sites.size())));
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, Optional<Explanation> explanation) throws IOException {
        if (explanation.isEmpty()
                || (explanation.get().source().isEmpty()
                        && explanation.get().rows().isEmpty())) {
            return;
        }
        json.writeObjectFieldStart("evidence");
        json.writeStringField("source", explanation.get().source());
        texts(json, "rows", explanation.get().rows());
        json.writeBooleanField("inferred", explanation.get().inferred());
        json.writeEndObject();
    }

    private void range(JsonGenerator json, Range range) throws IOException {
        json.writeObjectFieldStart("range");
        json.writeStringField("source", range.source());
        position(json, "start", range.source(), range.start());
        position(json, "end", range.source(), range.end());
        json.writeEndObject();
    }

    private void position(JsonGenerator json, String name, String source, Position position) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", position.line());
        json.writeNumberField("column", position.column());
        json.writeNumberField("columnUtf16", lines.utf16Column(source, position));
        json.writeNumberField("offset", position.offset());
        json.writeEndObject();
    }

    private static void given(JsonGenerator json, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
