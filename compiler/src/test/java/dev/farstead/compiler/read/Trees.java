// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads texts for tests and writes trees and findings on one line each. */
final class Trees {
    private Trees() {}

    static ReadResult yaml(String text) {
        return read("a.yaml", text, Limits.defaults());
    }

    static ReadResult json(String text) {
        return read("a.json", text, Limits.defaults());
    }

    static ReadResult read(String name, String text, Limits limits) {
        return SourceReader.read(new SourceText(name, text.getBytes(StandardCharsets.UTF_8)), limits);
    }

    /** Returns types and texts without places: {@code {a: INTEGER(1), b: [TEXT(x)]}}. */
    static String shape(SourceNode node) {
        if (node instanceof SourceMapping mapping) {
            return mapping.entries().stream()
                    .map(e -> e.key().text() + ": " + shape(e.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof SourceSequence sequence) {
            return sequence.items().stream().map(Trees::shape).collect(Collectors.joining(", ", "[", "]"));
        }
        SourceScalar scalar = (SourceScalar) node;
        return scalar.type() + "(" + scalar.text() + ")";
    }

    static String shapes(ReadResult result) {
        return result.documents().stream().map(d -> shape(d.root())).collect(Collectors.joining(" --- "));
    }

    /** Returns line and column of start and end: {@code 1:2-1:5}. */
    static String place(Range range) {
        return range.start().line() + ":" + range.start().column() + "-"
                + range.end().line() + ":" + range.end().column();
    }

    /** Returns every node and key with its place and the text there, in document order. */
    static List<String> places(String text, ReadResult result) {
        List<String> places = new ArrayList<>();
        for (SourceNode node : nodes(result)) {
            places.add(place(node.range()) + " " + at(text, node.range()));
        }
        return places;
    }

    static String at(String text, Range range) {
        return text.substring(range.start().offset(), range.end().offset());
    }

    /** Returns every node and key in document order. */
    static List<SourceNode> nodes(ReadResult result) {
        List<SourceNode> nodes = new ArrayList<>();
        result.documents().forEach(d -> collect(d.root(), nodes));
        return nodes;
    }

    private static void collect(SourceNode node, List<SourceNode> nodes) {
        nodes.add(node);
        if (node instanceof SourceMapping mapping) {
            for (SourceEntry entry : mapping.entries()) {
                nodes.add(entry.key());
                collect(entry.value(), nodes);
            }
        } else if (node instanceof SourceSequence sequence) {
            sequence.items().forEach(item -> collect(item, nodes));
        }
    }

    /** Returns code, place and message of each finding. */
    static List<String> lines(ReadResult result) {
        return result.findings().stream()
                .map(f -> f.code() + " " + place(f.range().orElseThrow()) + " " + f.message())
                .toList();
    }

    static List<String> codes(ReadResult result) {
        return result.findings().stream().map(Finding::code).toList();
    }

    /** Returns every text of a finding that people read. */
    static List<String> texts(Finding finding) {
        List<String> texts = new ArrayList<>();
        texts.add(finding.message());
        finding.label().ifPresent(texts::add);
        finding.effect().ifPresent(texts::add);
        finding.related().forEach(r -> texts.add(r.label()));
        texts.addAll(finding.values());
        finding.fixes().forEach(f -> texts.add(f.text()));
        return texts;
    }

    /** Returns the text with the edits of the first fix applied. */
    static String fixed(String text, Finding finding) {
        StringBuilder fixed = new StringBuilder(text);
        List<Edit> edits = finding.fixes().get(0).edits();
        for (int i = edits.size() - 1; i >= 0; i--) {
            Range range = edits.get(i).range();
            fixed.replace(
                    range.start().offset(), range.end().offset(), edits.get(i).replacement());
        }
        return fixed.toString();
    }
}
