// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.finding;

import dev.farstead.model.secret.Concealment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of a finding as people can trust their eyes: nothing in them is invisible, moves a cursor or turns the direction of reading. */
final class VisibleText {
    /** How many characters outside ASCII are told apart. */
    private static final int TOLD = 3;

    private VisibleText() {}

    /** Returns a text with an escape in the place of each character that can't be seen. */
    static String of(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                visible.append(escape(c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    static List<String> of(List<String> texts) {
        return texts.stream().map(VisibleText::of).toList();
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c);
        };
    }

    /**
     * Names the first characters outside ASCII, since many look like a letter of it; gives an empty text where there is none. Those of a
     * user or a password are not named, and what is ours is no lookalike: the ellipsis, and the dots that stand for a secret.
     */
    static String lookalikes(String text) {
        return Concealment.words(text)
                .codePoints()
                .filter(c -> c > 0x7E && c != '\u2026' && c != '\u2022' && !isHidden(c))
                .distinct()
                .limit(TOLD)
                .mapToObj(c -> String.format(Locale.ROOT, "`%s` is U+%04X", Character.toString(c), c))
                .collect(Collectors.joining(", "));
    }

    /** Written out, since what Java says of a character depends on its release. */
    private static boolean isHidden(int c) {
        return Character.isISOControl(c)
                || c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xE0000 && c <= 0xE0FFF)
                || isBlankLetter(c);
    }

    /** Letters by name that show nothing: the fillers of Hangul, and Braille without dots. */
    private static boolean isBlankLetter(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }
}
