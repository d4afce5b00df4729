// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.HostileFields.Field;
import dev.farstead.compiler.write.HostileStrings;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Related;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A hostile text in any field of the examples is refused at its line, or stands in the outputs exactly where a harmless one stands, as
 * independent readers of each format see it. Runs with {@code -Dproperties=full}; {@code -Dhostile.all=true} tries every text in every field.
 */
@EnabledIfSystemProperty(named = "properties", matches = "full")
class HostileValuesTest {
    private static final Farstead FARSTEAD = Farstead.create();

    /** What shells, units, templates and Markdown give a meaning to. */
    private static final List<String> SHELL = List.of(
            "'",
            "\"",
            "a'b\"c",
            "$(id)",
            "${HOME}",
            "`id`",
            "a\nb",
            "a\r\nb",
            "#",
            " # a",
            "{{ .a }}",
            "{% a %}",
            "%",
            "%h",
            "%%",
            "-a",
            "--a=b",
            "~",
            "*",
            "?",
            " a ",
            "a b",
            ";id",
            "&",
            "|id",
            ">a",
            "\\",
            "\\n",
            "!",
            "!!",
            "\u2019",
            "\u201Ca\u201D",
            "=",
            "a=b",
            ",",
            "<b>",
            "[a](b)",
            "\u0000",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "\u202E",
            "\u00A0",
            "\t",
            "a:",
            ": a");

    /** Signs that no reader gives a meaning to. */
    private static final String HARMLESS = "[A-Za-z0-9._:/-]*";

    private static final String MARKER = "zq9marker";

    /** The places of a hostile text in a field: alone, behind what stands there, and before it. */
    private static final Map<String, UnaryOperator<String>> FORMS = forms();

    private static Map<String, UnaryOperator<String>> forms() {
        Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
        forms.put("alone", good -> "");
        forms.put("behind", good -> good);
        return forms;
    }

    /** Of how many texts the fast form tries one in a field, another one in the next. */
    private static final int SHARE = 5;

    private int refused;
    private int exact;
    private int other;

    private static Compilation compile(List<SourceText> sources) {
        return FARSTEAD.compile(Input.builder()
                .sources(sources)
                .namedSources((from, name) ->
                        Optional.of(name.endsWith(".pem") ? FittingValues.CERTIFICATE : FittingValues.SSH_KEY + "\n"))
                .secrets(Samples.SECRETS)
                .build());
    }

    @Test
    void everyHostileTextIsRefusedAtItsLineOrCarriedExactly() {
        List<String> hostile = new ArrayList<>(SHELL);
        boolean all = Boolean.getBoolean("hostile.all");
        if (all) {
            hostile.addAll(HostileStrings.all());
        }
        List<String> faults = new ArrayList<>();
        List<Field> fields = HostileFields.all();
        int number = 0;
        for (Field field : fields) {
            for (UnaryOperator<String> form : FORMS.values()) {
                String before = form.apply(field.good());
                number++;
                for (int i = 0; i < hostile.size(); i++) {
                    String text = hostile.get(i);
                    if (all || (number + i) % SHARE == 0) {
                        fault(field, before, text)
                                .ifPresent(fault ->
                                        faults.add(field + " as " + SpecText.json(before + text) + ": " + fault));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        // None of the three can be alone: then fields or texts would be missing.
        assertThat(List.of(refused, exact, other)).allMatch(count -> count > 0);
    }

    private Optional<String> fault(Field field, String before, String text) {
        List<SourceText> sources = field.with(before + text);
        Compilation compilation = compile(sources);
        if (compilation.outputs().isEmpty()) {
            int line = field.line();
            boolean atLine = compilation.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .flatMap(HostileValuesTest::ranges)
                    .anyMatch(range -> range.source().equals(field.source())
                            && range.start().line() <= line
                            && range.end().line() >= line);
            refused += atLine ? 1 : 0;
            // A name that is right in itself may be missed where it was used before.
            other += atLine ? 0 : 1;
            return atLine || (before + text).matches(HARMLESS)
                    ? Optional.empty()
                    : Optional.of("refused elsewhere: " + compilation.findings());
        }
        Compilation harmless = compile(field.with(before + MARKER));
        if (harmless.outputs().isEmpty()) {
            other++;
            return text.matches(HARMLESS) ? Optional.empty() : Optional.of("accepted, though no harmless text is");
        }
        exact++;
        return SameOutputs.difference(Samples.files(harmless), Samples.files(compilation), MARKER, text);
    }

    private static Stream<Range> ranges(Finding finding) {
        return Stream.concat(
                finding.range().stream(), finding.related().stream().map(Related::range));
    }
}
