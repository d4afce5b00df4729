// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a build argument file by the rules of the dotenv parser inside Earthly (joho/godotenv v1.5.1, parser.go), with its oddities:
 * a quote ends at the first mark without a backslash before it, marks at both ends are trimmed, variables are replaced.
 */
public final class DotenvReader {
    private static final Pattern ESCAPE = Pattern.compile("\\\\([^$])");
    private static final Pattern VARIABLE = Pattern.compile("(\\\\)?(\\$)(\\()?\\{?([A-Z0-9_]+)?}?");
    private static final String BLANKS = "\t\u000B\f\r \u0085\u00A0";

    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();
    private int at;

    private DotenvReader(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    public static Map<String, String> read(String text) {
        DotenvReader reader = new DotenvReader(text);
        while (reader.atStatement()) {
            reader.statement();
        }
        return reader.values;
    }

    private boolean atStatement() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\n' || BLANKS.indexOf(c) >= 0) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void statement() {
        int equals = text.indexOf('=', at);
        String key = text.substring(at, equals);
        if (!key.matches("[A-Za-z0-9_.]+")) {
            throw new IllegalStateException("unexpected character in variable name near " + key);
        }
        at = equals + 1;
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        char first = at < text.length() ? text.charAt(at) : '\n';
        values.put(key, first == '"' || first == '\'' ? quoted(first) : plain());
    }

    private String quoted(char quote) {
        for (int end = at + 1; end < text.length(); end++) {
            if (text.charAt(end) == quote && text.charAt(end - 1) != '\\') {
                String value = trim(text.substring(at, end), String.valueOf(quote));
                at = end + 1;
                return quote == '"' ? variables(escapes(value)) : value;
            }
        }
        throw new IllegalStateException("unterminated quoted value");
    }

    private String plain() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String line = text.substring(at, end);
        at = end;
        for (int i = line.length() - 1; i > 0; i--) {
            if (line.charAt(i) == '#' && BLANKS.indexOf(line.charAt(i - 1)) >= 0) {
                line = line.substring(0, i);
                break;
            }
        }
        return variables(trim(line, BLANKS));
    }

    private static String trim(String value, String marks) {
        int start = 0;
        int end = value.length();
        while (start < end && marks.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && marks.indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(start, end);
    }

    private static String escapes(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                out.append(next == 'n' ? "\n" : next == 'r' ? "\r" : "\\" + next);
            } else {
                out.append(c);
            }
        }
        return ESCAPE.matcher(out).replaceAll("$1");
    }

    private String variables(String value) {
        return VARIABLE.matcher(value).replaceAll(match -> {
            if ("\\".equals(match.group(1)) || "(".equals(match.group(3))) {
                // As in the parser: the first character of the match goes, be it the backslash or the dollar sign.
                return Matcher.quoteReplacement(match.group().substring(1));
            }
            String name = match.group(4);
            return Matcher.quoteReplacement(name == null ? match.group() : values.getOrDefault(name, ""));
        });
    }
}
