// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one small mistake in the text of a specification, below the level of its documents. */
final class TextSlip {
    /**
     * A mistake: at one of the places where the pattern matches, the replacement.
     *
     * @param at where it can be made
     * @param replacement what stands there then, with groups as {@code $1}
     */
    private record Mistake(Pattern at, String replacement) {
        static Mistake of(String at, String replacement) {
            return new Mistake(Pattern.compile(at), replacement);
        }
    }

    private static final List<Mistake> MISTAKES = List.of(
            Mistake.of("(?m)^  ", "\t"),
            Mistake.of(": ", ":\t"),
            Mistake.of("- ", "-\t"),
            Mistake.of("(?<=\\w)/(?=\\w)", "\\\\/"),
            Mistake.of("\"(?=\\w)", "\"\\\\d"),
            Mistake.of("(?<=\\w)\"", ""),
            Mistake.of("(?<=: )(?=\\w)", "@"),
            Mistake.of("(?<=: )(?=\\w)", "%"),
            Mistake.of("(?<=: )(?=\\w)", "!"),
            Mistake.of("(?<=: )(?=\\w)", "!x "),
            Mistake.of("(?<=: )(?=[\\w\"'])", "!!binary "),
            Mistake.of("(?<=: )(?=[\\w])", "*"),
            Mistake.of("(?<=: \\w{2})(?=\\w)", ": "),
            Mistake.of("(?<=\\w)(?=\\w)", "\u0007"),
            Mistake.of("(?<=\\w)(?=\\w)", "\u2028"),
            Mistake.of("(?<=\\w)(?=\\w)", "\uFEFF"),
            Mistake.of("(?<=\\w)(?=\\w)", "\uFFFE"),
            Mistake.of("^\uFEFF?", "$0---\n"),
            Mistake.of("$", "\n---\n# nothing\n"),
            Mistake.of("^\uFEFF?", "$0%YAML 1.1\r\n---\r\n"),
            Mistake.of("^\uFEFF?", "$0%TAG !e! tag:example.com,2000:\n---\n"),
            Mistake.of("(?<=[\\w\"])(?=[}\\]])", ","),
            Mistake.of("\",\"", "\" \""),
            Mistake.of("true|false", "$0 # ok"),
            Mistake.of("(?<=: )(true|false)", "\"$1\""));

    private TextSlip() {}

    /** Returns the sources with one mistake in one of them. */
    static List<SourceText> of(List<SourceText> sources, Random random) {
        List<SourceText> spoilt = new ArrayList<>(sources);
        int index = random.nextInt(sources.size());
        SourceText source = sources.get(index);
        spoilt.set(
                index,
                SpecText.source(source.name(), spoil(new String(source.bytes(), StandardCharsets.UTF_8), random)));
        return spoilt;
    }

    private static String spoil(String text, Random random) {
        while (true) {
            Mistake mistake = MISTAKES.get(random.nextInt(MISTAKES.size()));
            List<MatchResult> places = mistake.at().matcher(text).results().toList();
            if (!places.isEmpty()) {
                int place = places.get(random.nextInt(places.size())).start();
                Matcher matcher = mistake.at().matcher(text);
                StringBuilder spoilt = new StringBuilder();
                while (matcher.find()) {
                    if (matcher.start() == place) {
                        matcher.appendReplacement(spoilt, mistake.replacement());
                        break;
                    }
                }
                return matcher.appendTail(spoilt).toString();
            }
        }
    }
}
