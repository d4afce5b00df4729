// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.compiler.structure.Documents;
import dev.farstead.compiler.structure.StructureCheck;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Documents that were right until something in them was replaced: what the structure pass lets through binds, and it
 * says all else in words.
 */
final class StructureAndBindPropertyTest {
    private static final List<SourceDocument> DOCUMENTS = Stream.of("every-key-profile.yaml", "every-key-site.yaml")
            .flatMap(file -> Documents.file(file).stream())
            .toList();

    /** Words of the engine, of schemas and of Java, none of which an author knows. */
    private static final List<String> ENGINE_WORDS = List.of(
            "additional",
            "schema",
            "property",
            "properties",
            "regex",
            "pattern",
            "does not match",
            "is not defined",
            "required",
            "enumeration",
            "integer",
            "boolean",
            "string",
            "array",
            "object",
            "null",
            "scalar",
            "exception",
            "java",
            "dev.farstead",
            "jackson",
            "networknt",
            "definitions",
            "urn:",
            "^",
            "\\s");

    @Property(tries = 4000, seed = "20261101")
    void whatIsLetThroughBinds(
            @ForAll @IntRange(max = 1) int document,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 399) Integer> places,
            @ForAll @IntRange(max = 23) int kind) {
        SourceDocument changed = DOCUMENTS.get(document);
        for (int place : places) {
            changed = new SourceDocument(changed.source(), new Replacement(place, kind).in(changed.root()));
        }

        List<Finding> findings = StructureCheck.check(changed);

        if (findings.isEmpty()) {
            if (isProfile(changed)) {
                assertThat(Binder.profile(changed).value()).isNotNull();
            } else {
                assertThat(Binder.site(changed).value()).isNotNull();
            }
        }
        assertThat(findings).isSortedAccordingTo((a, b) -> Integer.compare(offset(a), offset(b)));
        findings.forEach(StructureAndBindPropertyTest::assertReadable);
    }

    private static boolean isProfile(SourceDocument document) {
        return ((SourceMapping) document.root())
                .find("kind")
                .map(kind -> ((SourceScalar) kind.value()).text())
                .orElseThrow()
                .equals("Profile");
    }

    private static int offset(Finding finding) {
        return finding.range().orElseThrow().start().offset();
    }

    private static void assertReadable(Finding finding) {
        List<String> texts = new ArrayList<>(List.of(finding.message()));
        finding.label().ifPresent(texts::add);
        finding.effect().ifPresent(texts::add);
        texts.addAll(finding.values());
        finding.related().stream().map(Related::label).forEach(texts::add);
        finding.fixes().stream().map(Fix::text).forEach(texts::add);
        for (String text : texts) {
            assertThat(text)
                    .doesNotContain("\n", "\r", "\t")
                    .doesNotEndWith(".")
                    .isNotBlank();
            assertThat(text.charAt(0)).isIn((Object[]) firstLetters());
            String unquoted = text.replaceAll("`[^`]*`", "").toLowerCase(Locale.ROOT);
            assertThat(unquoted).doesNotContain(ENGINE_WORDS);
        }
    }

    private static Character[] firstLetters() {
        return "`abcdefghijklmnopqrstuvwxyz".chars().mapToObj(c -> (char) c).toArray(Character[]::new);
    }

    /** Replaces the n-th node or key of a tree; later ones than there are change nothing. */
    private static final class Replacement {
        private final int kind;
        private int left;

        Replacement(int place, int kind) {
            this.left = place;
            this.kind = kind;
        }

        SourceNode in(SourceNode node) {
            if (left-- == 0) {
                return other(node);
            }
            if (node instanceof SourceMapping mapping) {
                List<SourceEntry> entries = new ArrayList<>();
                for (SourceEntry entry : mapping.entries()) {
                    SourceScalar key = entry.key();
                    if (left-- == 0) {
                        key = new SourceScalar(key.range(), "k y\n" + kind, SourceScalar.Type.TEXT, kind % 2 == 0);
                    }
                    entries.add(new SourceEntry(key, in(entry.value())));
                }
                return new SourceMapping(mapping.range(), entries);
            }
            if (node instanceof SourceSequence sequence) {
                return new SourceSequence(
                        sequence.range(),
                        sequence.items().stream().map(this::in).toList());
            }
            return node;
        }

        private SourceNode other(SourceNode node) {
            Range range = node.range();
            return switch (kind) {
                case 0 -> new SourceMapping(range, List.of());
                case 1 -> new SourceSequence(range, List.of());
                case 2 -> new SourceSequence(range, List.of(node, node));
                case 3 ->
                    new SourceMapping(
                            range,
                            List.of(new SourceEntry(
                                    new SourceScalar(range, "file", SourceScalar.Type.TEXT, true), node)));
                case 4 ->
                    new SourceMapping(
                            range,
                            List.of(new SourceEntry(
                                    new SourceScalar(range, "hostNumber", SourceScalar.Type.TEXT, true), node)));
                case 5 -> new SourceScalar(range, "~", SourceScalar.Type.NULL, true);
                case 6 -> new SourceScalar(range, "TRUE", SourceScalar.Type.BOOLEAN, true);
                case 7 -> new SourceScalar(range, "0", SourceScalar.Type.INTEGER, true);
                case 8 -> new SourceScalar(range, "4.0", SourceScalar.Type.FLOAT, true);
                case 9 -> new SourceScalar(range, "4.5", SourceScalar.Type.FLOAT, true);
                case 10 -> new SourceScalar(range, ".inf", SourceScalar.Type.FLOAT, true);
                case 11 -> new SourceScalar(range, "1e-99999999999", SourceScalar.Type.FLOAT, true);
                case 12 -> new SourceScalar(range, "0x1F", SourceScalar.Type.INTEGER, true);
                case 13 -> new SourceScalar(range, "0o17", SourceScalar.Type.INTEGER, true);
                case 14 -> new SourceScalar(range, "9".repeat(400), SourceScalar.Type.INTEGER, true);
                case 15 -> new SourceScalar(range, "", SourceScalar.Type.TEXT, false);
                case 16 -> new SourceScalar(range, "two\nlines`\t\u2028", SourceScalar.Type.TEXT, false);
                case 17 -> new SourceScalar(range, "name-1", SourceScalar.Type.TEXT, true);
                case 18 -> new SourceScalar(range, "yes", SourceScalar.Type.TEXT, true);
                case 19 -> new SourceScalar(range, "10.0.0.0/8", SourceScalar.Type.TEXT, true);
                case 20 -> new SourceScalar(range, "cis", SourceScalar.Type.TEXT, true);
                case 21 -> new SourceScalar(range, "rke2", SourceScalar.Type.TEXT, true);
                case 22 -> new SourceScalar(range, "a".repeat(70_000), SourceScalar.Type.TEXT, true);
                case 23 -> new SourceScalar(range, "Site", SourceScalar.Type.TEXT, true);
                default -> throw new IllegalArgumentException("no replacement " + kind);
            };
        }
    }
}
