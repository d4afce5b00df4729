// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Range;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes values the way a specification holds them, for edits: what is written is read back as the same text. */
public final class SpecText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./=+-]*");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.0-9][0-9A-Fa-fxobeE_.+-]*");

    /** Versions and addresses: no reader takes two points for a number. */
    private static final Pattern DOTTED = Pattern.compile("[0-9]+(\\.[0-9]+){2,}");

    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private SpecText() {}

    /**
     * Returns a text as a value: plain where every reader takes it for the same text, else in double quotes.
     *
     * @param value the text
     * @param at where it is to stand: JSON has no plain texts
     * @return the text as it is written there
     */
    public static String text(String value, Place at) {
        boolean number =
                NUMBER_LIKE.matcher(value).matches() && !DOTTED.matcher(value).matches();
        boolean plain = PLAIN.matcher(value).matches()
                && !number
                && !WORDS.contains(value.toLowerCase(Locale.ROOT))
                && !SourceReader.isJson(at.value().source());
        return plain ? value : quoted(value);
    }

    /**
     * Returns a text in double quotes, with escapes that YAML and JSON both know.
     *
     * @param value the text
     * @return the text as it is written
     */
    public static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    /**
     * Returns the edit that writes another text in the place of a value.
     *
     * @param at where the value stands
     * @param value the new text
     * @return the edit
     */
    public static Edit replace(Place at, String value) {
        return new Edit(at.value(), text(value, at));
    }

    /**
     * Returns the edit that gives a key another name. Quotes stay: in brackets, a colon right behind a key without any is part of it.
     *
     * @param at where the value of the key stands
     * @param old the name that it has
     * @param name the new name
     * @return the edit
     */
    public static Edit rename(Place at, String old, String name) {
        Range key = at.key();
        boolean plain = key.end().offset() - key.start().offset() == old.length();
        return new Edit(key, plain ? text(name, at) : quoted(name));
    }
}
