// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings in words, with every part of each: what people see, and what editors and programs take (paths, edits). Control characters of
 * sources are shown as pictures, so that an expected file is plain text.
 */
final class FindingText {
    private final Map<String, String> sources = new HashMap<>();

    FindingText(List<SourceText> texts) {
        texts.forEach(text -> sources.put(text.name(), new String(text.bytes(), StandardCharsets.UTF_8)));
    }

    String of(List<Finding> findings) {
        return findings.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        line(text, finding.severity().text() + "[" + finding.code() + "]: " + finding.message());
        int width = width(finding);
        finding.range()
                .ifPresent(range ->
                        excerpt(text, width, "-->", range, '^', finding.label().orElse(""), finding));
        finding.related().forEach(other -> excerpt(text, width, ":::", other.range(), '-', other.label(), finding));
        if (finding.range().isPresent()) {
            line(text, " ".repeat(width) + " |");
        }
        String margin = " ".repeat(width) + " = ";
        if (!finding.path().isEmpty()) {
            line(text, margin + "path: " + finding.path());
        }
        finding.values().forEach(value -> line(text, margin + "values: " + value));
        finding.effect().ifPresent(effect -> line(text, margin + "effect: " + effect));
        if (!finding.sites().isEmpty()) {
            line(text, margin + "sites: " + String.join(", ", finding.sites()));
        }
        finding.fixes().forEach(fix -> fix(text, margin, fix));
        return text.toString();
    }

    private void excerpt(
            StringBuilder text, int width, String arrow, Range range, char mark, String label, Finding finding) {
        Position start = range.start();
        String margin = " ".repeat(width);
        line(text, margin + arrow + " " + range.source() + ":" + start.line() + ":" + start.column());
        line(text, margin + " |");
        String source = finding.shown(range, sourceLine(range));
        String number = String.format(Locale.ROOT, "%" + width + "d", start.line());
        line(text, (number + " | " + visible(source)).stripTrailing());
        int[] points = source.codePoints().limit(start.column() - 1L).toArray();
        String before = new String(points, 0, points.length).replaceAll("[^\t]", " ");
        line(text, (margin + " | " + before + underline(source, range, mark) + " " + label).stripTrailing());
    }

    private static String underline(String source, Range range, char mark) {
        boolean oneLine = range.start().line() == range.end().line();
        int end = oneLine ? range.end().column() : source.codePointCount(0, source.length()) + 1;
        String marks =
                String.valueOf(mark).repeat(Math.max(1, end - range.start().column()));
        return oneLine
                ? marks
                : marks + " to " + range.end().line() + ":" + range.end().column();
    }

    private void fix(StringBuilder text, String margin, Fix fix) {
        String kind = fix.applicability().name().toLowerCase(Locale.ROOT);
        line(text, margin + "fix (" + kind + "): " + fix.text());
        for (Edit edit : fix.edits()) {
            Range range = edit.range();
            String old = sources.getOrDefault(range.source(), "")
                    .substring(range.start().offset(), range.end().offset());
            line(
                    text,
                    margin.replace('=', ' ') + "  at " + range.source() + ":"
                            + range.start().line() + ":" + range.start().column() + " put `"
                            + escaped(edit.replacement()) + "` for `" + escaped(old) + "`");
        }
    }

    /** Returns the line on which a range starts; a line ends where YAML ends it. */
    private String sourceLine(Range range) {
        String[] lines = sources.getOrDefault(range.source(), "").split("\r\n|\r|\n", -1);
        int index = range.start().line() - 1;
        return index < lines.length ? lines[index] : "";
    }

    private static int width(Finding finding) {
        int last = finding.range().map(range -> range.start().line()).orElse(1);
        for (Related related : finding.related()) {
            last = Math.max(last, related.range().start().line());
        }
        return String.valueOf(last).length() + 1;
    }

    private static String escaped(String text) {
        return visible(text.replace("\n", "\\n").replace("\r", "\\r"));
    }

    private static String visible(String text) {
        return text.codePoints()
                .map(point -> point < ' ' && point != '\t' ? '\u2400' + point : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
