// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Strings that at least one YAML reader or writer is known to get wrong, and their neighbours. */
public final class HostileStrings {
    private static final List<String> WORDS = List.of(
            "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none", "nil", "undefined");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "+0",
            "1",
            "01",
            "010",
            "0777",
            "0o10",
            "08",
            "0x1F",
            "0xg",
            "0b11",
            "1_000",
            "_1",
            "1_",
            "1e3",
            "1E3",
            "e1",
            "E5",
            "1e",
            "e",
            "1.",
            ".5",
            "+.5",
            "1.30",
            "1.5.2",
            "+12",
            "-12",
            "1e+300",
            "12e03",
            "-2E+05",
            ".inf",
            "-.inf",
            "+.INF",
            ".nan",
            ".NaN",
            "NaN",
            "Infinity",
            "1:30",
            "22:30",
            "1:2:3",
            "12:34:56",
            "190:20:30.15",
            "-1:30",
            "2001-01-01",
            "2001-1-1",
            "2001-12-14t21:59:43.10-05:00",
            "2001-12-14 21:59:43.10 -5",
            "10.0.0.1",
            "10.0.0.0/16",
            "250m",
            "5s",
            "1Gi",
            "1d",
            "1h30m",
            "0xAg",
            "1.2.3-rc.1",
            "v1.2.3",
            "123e45",
            "12345678901234567890",
            "0.1.2",
            "-",
            "_",
            "__",
            "+",
            ".",
            "..",
            "...",
            "---",
            "- -",
            "1 2",
            "1k b",
            ".git",
            "...g",
            "... g",
            "--- g");

    private static final List<String> SIGNS = List.of(
            "",
            " ",
            "  ",
            "~",
            "=",
            "<<",
            "<",
            "!",
            "!!",
            "!!str a",
            "!a",
            "&",
            "&a",
            "*",
            "*a",
            "?",
            "? a",
            "?a",
            ":",
            ": a",
            ":a",
            "a:",
            "a: b",
            "a:b",
            "a :b",
            "a : b",
            "a::b",
            "-a",
            "- a",
            "-  a",
            "#",
            "# a",
            "a #b",
            "a# b",
            "a#b",
            "%",
            "%YAML 1.2",
            "@",
            "@a",
            "`",
            "`a`",
            "|",
            "|-",
            "> a",
            ">",
            "[",
            "]",
            "[a]",
            "[a",
            "{",
            "}",
            "{a: b}",
            "{{ a }}",
            "{{.a.b}}",
            "a {{ b }}",
            ",",
            "a,b",
            "a, b",
            "'",
            "''",
            "'a'",
            "it's",
            "\"",
            "\"\"",
            "\"a\"",
            "a\"b",
            "\\",
            "a\\",
            "a\\nb",
            "\\\\",
            "\\x41",
            "$",
            "$a",
            "${a}",
            "$(a)",
            "a;b",
            "a&b",
            "a|b",
            "a>b",
            "(a)",
            "a*b",
            "http://a.b/c?d=e#f",
            "/dev/sda",
            "/",
            "//",
            "/a b",
            "a/b:c@sha256:0",
            "a=b",
            "=a",
            "C:\\a",
            "C:/a");

    private static final List<String> BLANKS = List.of(
            " a",
            "a ",
            "a  b",
            "a b",
            "\ta",
            "a\t",
            "a\tb",
            "\t",
            "a\t#b",
            "\r",
            "a\rb",
            "a\r\nb",
            "a\r\n",
            "\n",
            "\n\n",
            "\na",
            "a\n",
            "a\n\n",
            "a\n\n\n",
            "a\nb",
            "a\nb\n",
            "a\n\nb",
            "a\n b",
            " a\nb",
            "a \nb",
            "a\nb ",
            "a\n \nb",
            "a\n\tb",
            "\ta\nb",
            "a\n  b\n c\n",
            "  a\n b",
            "#a\nb",
            "# a\n# b\n",
            "---\na",
            "a\n---\nb\n",
            "a\n...\nb",
            "- a\n- b\n",
            "a: b\nc: d\n",
            "a: b\nc",
            "\"a\nb",
            "|\na",
            "%a\nb",
            "a\nb #c\n",
            "a:\n  - b\n",
            "!a\nb",
            "&a\nb",
            "*a\nb",
            "{\na\n}",
            "[\na\n]\n",
            "#!/bin/sh\nset -eu\n\nif true; then\n    echo \"$HOME\"\nfi\n",
            "a\n\n\n\nb\n",
            "\n a",
            "a\n ",
            "\u00E9\n\u00FC\n");

    private HostileStrings() {}

    public static List<String> all() {
        Set<String> strings = new LinkedHashSet<>();
        for (String word : WORDS) {
            strings.add(word);
            strings.add(word.toUpperCase(Locale.ROOT));
            strings.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            strings.add(word + " ");
            strings.add("." + word);
        }
        strings.addAll(NUMBERS);
        strings.addAll(SIGNS);
        strings.addAll(BLANKS);
        for (char c : specials()) {
            strings.add(String.valueOf(c));
            strings.add("a" + c + "b");
            strings.add("a\n" + c + "b\n");
        }
        for (String astral :
                List.of("\uD83D\uDE00", "\uD800\uDC00", "\uDBFF\uDFFF", "\uD83D\uDC68\u200D\uD83D\uDC69")) {
            strings.add(astral);
            strings.add("a " + astral);
            strings.add("a\n" + astral + "\n");
        }
        strings.add("\u00E9");
        strings.add("\u65E5\u672C");
        strings.add("a".repeat(2000));
        strings.add("a b ".repeat(500));
        strings.add("\u2028".repeat(400));
        strings.add(("a".repeat(2000) + "\n").repeat(2));
        strings.add("\"".repeat(1000));
        return new ArrayList<>(strings);
    }

    private static List<Character> specials() {
        List<Character> specials = new ArrayList<>();
        for (char c = 0; c < 0x20; c++) {
            specials.add(c);
        }
        for (char c = 0x7F; c <= 0xA0; c++) {
            specials.add(c);
        }
        for (char c : "\u00AD\u061C\u200B\u200D\u200F\u2028\u2029\u202E\u2060\u2066\uE000\uFDD0\uFEFF\uFFFD\uFFFE\uFFFF"
                .toCharArray()) {
            specials.add(c);
        }
        return specials;
    }
}
