// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

/**
 * Values of a build argument file, which two programs read: Earthly with its dotenv parser (joho/godotenv v1.5.1, parser.go) and bash
 * with {@code source}. The two agree on three forms only, and each form has its gaps in the dotenv parser:
 *
 * <ul>
 *   <li>plain, for letters, digits and a few signs without meaning to either;
 *   <li>single quotes, which end at the first quote without a backslash before it: no single quote inside, no backslash at the end;
 *   <li>double quotes with a backslash before {@code " \ $ `}: no double quote at the end, where the parser trims it, no backslash there.
 * </ul>
 */
final class ArgText {
    private static final String PLAIN_SIGNS = "_-./:@%+=,";

    private ArgText() {}

    /**
     * Tells whether both readers of the file see the value exactly as it is.
     *
     * @param value the value
     * @return false if it holds a control character (a line break, say), ends with a backslash, or holds a single quote and ends with a
     *     double quote
     */
    public static boolean carries(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
                return false;
            }
        }
        return !value.endsWith("\\") && (value.indexOf('\'') < 0 || !value.endsWith("\""));
    }

    /** Appends a value that the file carries. */
    static void write(StringBuilder line, String value) {
        if (isPlain(value)) {
            line.append(value);
        } else if (value.indexOf('\'') < 0) {
            line.append('\'').append(value).append('\'');
        } else {
            line.append('"');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\' || c == '$' || c == '`') {
                    line.append('\\');
                }
                line.append(c);
            }
            line.append('"');
        }
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && PLAIN_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
