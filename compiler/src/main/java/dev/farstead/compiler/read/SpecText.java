// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.source.Place;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes values the way a specification holds them, for edits. */
final class SpecText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./=+-]*");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.0-9][0-9A-Fa-fxobeE_.+-]*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private SpecText() {}

    /** Returns a text as a value: plain where every reader takes it for the same text, else in double quotes. */
    static String text(String value, Place at) {
        boolean plain = PLAIN.matcher(value).matches()
                && !NUMBER_LIKE.matcher(value).matches()
                && !WORDS.contains(value.toLowerCase(Locale.ROOT))
                && !at.value().source().endsWith(".json");
        return plain ? value : quoted(value);
    }

    /** Returns a text in double quotes. */
    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
