// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.read.ReadResult;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.structure.StructureCheck;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every word that the schema fixes with every slip: one error, at the word, with the right word suggested. */
class SlipTest {
    private static final Path EXAMPLES = Path.of("../src/examples");

    /** Documents that have every key of the schema; their values do not fit together. */
    private static final Path EVERY_KEY = Path.of("src/test/resources/dev/farstead/compiler/structure");

    private static final boolean FULL = "full".equals(System.getProperty("properties"));
    private static final Farstead FARSTEAD = Farstead.create();

    /** The example that goes through the whole compiler however short the time is. */
    private static final String ALWAYS_WHOLE = "lab";

    /** Other ways in which YAML writes a truth value: no slips. */
    private static final Set<String> SAME = Set.of("True", "TRUE", "False", "FALSE");

    /** One source of an example, among the others. */
    private record Sheet(Path folder, String name, String text, List<SourceText> others, boolean whole) {
        private Input input(String changed) {
            return Input.builder()
                    .addSources(SpecText.source(name, changed))
                    .addAllSources(others)
                    .namedSources((from, file) -> named(folder.resolve(file)))
                    .build();
        }

        private static Optional<String> named(Path file) {
            try {
                return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<SourceDocument> documents() {
            return SourceReader.read(SpecText.source(name, text), Limits.defaults())
                    .documents();
        }

        /** Returns the errors with another text in the place of this one. */
        List<Finding> errors(String changed) {
            if (whole) {
                return FARSTEAD.check(input(changed)).findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
            }
            ReadResult read = SourceReader.read(SpecText.source(name, changed), Limits.defaults());
            List<Finding> findings = new ArrayList<>(read.findings());
            read.documents().forEach(document -> findings.addAll(StructureCheck.check(document)));
            return findings;
        }
    }

    @Test
    void a_slip_in_a_word_of_the_language_is_one_error_at_that_word_with_the_word_suggested() throws IOException {
        SlipFigures keys = judged(FixedWord::keys);
        SlipFigures values = judged(FixedWord::values);
        PassedSlips passed = new PassedSlips(false);
        SlipFigures passedKeys = passed.keys();
        SlipFigures fields = passed.fields();
        SlipFigures arguments = passed.arguments();

        keys.holds();
        values.holds();
        passedKeys.holds();
        fields.holds();
        arguments.holds();
        assertThat(keys.tried()).isGreaterThan(20_000);
        assertThat(values.tried()).isGreaterThan(8_000);
        GuidePage.says("spelling.md", page(keys, values, passedKeys, fields, arguments));
    }

    @Test
    void every_key_of_the_schema_is_tried() throws IOException {
        Set<String> tried = new TreeSet<>();
        for (Sheet sheet : sheets()) {
            for (SourceDocument document : sheet.documents()) {
                FixedWord.keys(document).forEach(word -> tried.add(word.where() + '.' + word.text()));
            }
        }
        assertThat(tried).containsAll(FixedWord.allKeys());
    }

    @Test
    @EnabledIfSystemProperty(named = "properties", matches = "full")
    void so_is_every_other_letter_in_what_is_passed_on() {
        PassedSlips passed = new PassedSlips(true);
        passed.keys().holds();
        passed.fields().holds();
        passed.arguments().holds();
    }

    private static String page(
            SlipFigures keys, SlipFigures values, SlipFigures passedKeys, SlipFigures fields, SlipFigures arguments) {
        return """
                # Spelling

                Every word that the language fixes was written with every slip of one letter: another letter in its place (a to z), the \
                other case, a letter left out, a letter twice, two neighbours swapped. Each is one error at that word, and the word that \
                was meant is suggested first, but for others that are as near (one step of an optimal string alignment). \
                `./mvnw -pl compiler -am test -Dtest=SlipTest -Dsurefire.failIfNoSpecifiedTests=false` tries it again; with \
                `-Dproperties=full` all examples go through the whole compiler, and what is passed on is tried with other letters too.

                ## Keys

                In all examples and in documents that have every key; the same slip of the same key of the same kind of map counts once.

                %s
                ## Values

                Every value of every set, wherever an example has one of the set.

                %s
                ## Keys passed on to K3s and RKE2

                %s
                ## Fields passed on to kubeadm

                %s
                ## Arguments passed on to the components of K3s

                %s""".formatted(keys.table(), values.table(), passedKeys.table(), fields.table(), arguments.table());
    }

    private static SlipFigures judged(Function<SourceDocument, List<FixedWord>> words) throws IOException {
        SlipFigures figures = new SlipFigures();
        Set<String> done = new HashSet<>();
        for (Sheet sheet : sheets()) {
            for (SourceDocument document : sheet.documents()) {
                for (FixedWord word : words.apply(document)) {
                    // Each value of a set is tried wherever one of them stands.
                    for (String meant : word.present().isEmpty() ? word.known() : Set.of(word.text())) {
                        for (Slip slip : Slip.of(meant)) {
                            if (!SAME.contains(slip.text())
                                    && done.add(word.where() + ' ' + meant + ' ' + slip.text())) {
                                judge(sheet, word, meant, slip, figures);
                            }
                        }
                    }
                }
            }
        }
        return figures;
    }

    private static void judge(Sheet sheet, FixedWord word, String meant, Slip slip, SlipFigures figures) {
        List<Finding> errors = sheet.errors(word.replaced(sheet.text(), slip.text()));
        if (word.known().contains(slip.text())) {
            figures.known(word.where(), meant, slip);
            if (word.present().contains(slip.text()) && errors.isEmpty()) {
                figures.fault(word.where(), meant, slip, "stands there twice and is taken");
            }
            return;
        }
        if (errors.size() != 1 || !isAt(errors.get(0), word.range(), slip.text().length())) {
            figures.fault(word.where(), meant, slip, "gives " + errors);
            return;
        }
        figures.suggested(word.where(), meant, slip, suggestions(errors.get(0)), word.known());
    }

    private static boolean isAt(Finding finding, Range word, int length) {
        return finding.range()
                .filter(range -> range.start().equals(word.start())
                        && range.end().offset() == word.start().offset() + length)
                .isPresent();
    }

    private static List<String> suggestions(Finding finding) {
        return finding.fixes().stream()
                .flatMap(fix -> fix.edits().stream())
                .filter(edit -> finding.range().filter(edit.range()::equals).isPresent())
                .map(Edit::replacement)
                .toList();
    }

    private static List<Sheet> sheets() throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            for (Path example : examples.filter(Files::isDirectory).sorted().toList()) {
                boolean whole = FULL || example.endsWith(ALWAYS_WHOLE);
                sheets.addAll(sheets(example, whole));
            }
        }
        for (String name : List.of("every-key-profile.yaml", "every-key-site.yaml")) {
            sheets.add(new Sheet(EVERY_KEY, name, Files.readString(EVERY_KEY.resolve(name)), List.of(), false));
        }
        // What goes through the whole compiler comes first: the same slip is not judged twice.
        sheets.sort((a, b) -> Boolean.compare(b.whole(), a.whole()));
        return sheets;
    }

    private static List<Sheet> sheets(Path folder, boolean whole) throws IOException {
        List<SourceText> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                sources.add(SpecText.source(file.getFileName().toString(), Files.readString(file)));
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        for (SourceText source : sources) {
            List<SourceText> others = new ArrayList<>(sources);
            others.remove(source);
            String text = new String(source.bytes(), StandardCharsets.UTF_8);
            sheets.add(new Sheet(folder, source.name(), text, others, whole));
        }
        return sheets;
    }
}
