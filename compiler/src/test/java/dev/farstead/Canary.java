// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A word that stands in secrets and nowhere else, and where it is looked for. */
final class Canary {
    /** Letters and digits alone: escapes of YAML, JSON and URLs leave it as it is. */
    static final String WORD = "cAnArY7Qx";

    private static final List<String> FORMS = forms();

    private Canary() {}

    /** The word as it is and as codes show it; Base64 has three faces, by what stands before. */
    private static List<String> forms() {
        List<String> forms = new ArrayList<>(List.of(
                WORD.toLowerCase(Locale.ROOT),
                new StringBuilder(WORD.toLowerCase(Locale.ROOT)).reverse().toString(),
                HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8))));
        for (int before = 0; before < 3; before++) {
            byte[] bytes = ("x".repeat(before) + WORD).getBytes(StandardCharsets.UTF_8);
            String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            // The first and last letters depend on the neighbours too.
            forms.add(text.substring(before == 0 ? 0 : before + 1, text.length() - 2)
                    .toLowerCase(Locale.ROOT));
        }
        return List.copyOf(forms);
    }

    static boolean sings(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return FORMS.stream().anyMatch(lower::contains);
    }

    /** Returns all that people and programs get to see of findings: each field, and the lines that printers show. */
    static String shown(List<Finding> findings, List<SourceText> sources) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding).append(finding.fingerprint()).append('\n');
            Stream.concat(finding.range().stream(), finding.related().stream().map(Related::range))
                    .forEach(range -> text.append(finding.shown(range, line(range, sources)))
                            .append('\n'));
        }
        return text.toString();
    }

    private static String line(Range range, List<SourceText> sources) {
        return sources.stream()
                .filter(source -> source.name().equals(range.source()))
                .findFirst()
                .map(source -> new String(source.bytes(), StandardCharsets.UTF_8).split("\r\n|\r|\n", -1))
                .filter(lines -> range.start().line() <= lines.length)
                .map(lines -> lines[range.start().line() - 1])
                .orElse("");
    }

    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
