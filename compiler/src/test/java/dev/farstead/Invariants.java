// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What holds for every input, however damaged. */
final class Invariants {
    private static final Farstead FARSTEAD = Farstead.create();

    /** Words of Java and of the libraries; no specification of the tests holds them. */
    private static final List<String> ENGINE = List.of(
            "org.yaml",
            "snakeyaml",
            "com.networknt",
            "fasterxml",
            "io.vavr",
            "inet.ipaddr",
            "java.lang",
            "java.util",
            "dev.farstead",
            "Exception",
            "$.spec",
            "Optional[",
            "Immutable",
            "while scanning",
            "while parsing");

    private Invariants() {}

    /**
     * Compiles the sources.
     *
     * @param again whether to check them, and to compile them once more; what compiles is checked in any case
     * @return what compiling gave
     */
    static Compilation hold(List<SourceText> sources, boolean again) {
        Input input = Samples.input(sources);
        Compilation compiled = FARSTEAD.compile(input);
        List<Finding> findings = compiled.findings();
        boolean errors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(compiled.outputs().isEmpty()).isEqualTo(errors);
        Map<String, Integer> lengths = new HashMap<>();
        sources.forEach(source -> lengths.putIfAbsent(source.name(), length(source)));
        for (Finding finding : findings) {
            ranges(finding).forEach(range -> inside(range, lengths));
            texts(finding).forEach(Invariants::plain);
        }
        if (again || !errors) {
            assertThat(FARSTEAD.check(input).findings()).isEqualTo(findings);
        }
        if (again) {
            Compilation second = FARSTEAD.compile(input);
            assertThat(second.findings()).isEqualTo(findings);
            if (!errors) {
                assertThat(Samples.files(second)).isEqualTo(Samples.files(compiled));
            }
        }
        return compiled;
    }

    private static int length(SourceText source) {
        String text = new String(source.bytes(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.length() - 1 : text.length();
    }

    private static Stream<Range> ranges(Finding finding) {
        return Stream.of(
                        finding.range().stream(),
                        finding.related().stream().map(related -> related.range()),
                        finding.fixes().stream()
                                .flatMap(fix -> fix.edits().stream())
                                .map(edit -> edit.range()))
                .flatMap(ranges -> ranges);
    }

    static Stream<String> texts(Finding finding) {
        return Stream.of(
                        Stream.of(finding.message()),
                        finding.label().stream(),
                        finding.effect().stream(),
                        finding.values().stream(),
                        finding.related().stream().map(related -> related.label()),
                        finding.fixes().stream().map(fix -> fix.text()))
                .flatMap(texts -> texts);
    }

    private static void inside(Range range, Map<String, Integer> lengths) {
        Integer length = lengths.get(range.source());
        assertThat(length).as("a source of the input").isNotNull();
        assertThat(range.end().offset()).isLessThanOrEqualTo(length);
        assertThat(range.start().offset()).isLessThanOrEqualTo(range.end().offset());
        assertThat(range.start().line()).isLessThanOrEqualTo(range.end().line());
    }

    private static void plain(String text) {
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                throw new AssertionError(String.format("U+%04X stands in a message: %s", c, text));
            }
        });
        for (String word : ENGINE) {
            assertThat(text.contains(word)).as(text).isFalse();
        }
    }
}
