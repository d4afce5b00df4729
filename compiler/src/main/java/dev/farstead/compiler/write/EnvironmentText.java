// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

/** Values of an environment file of systemd (systemd, src/basic/env-file.c), in the form without quotes. */
final class EnvironmentText {
    private EnvironmentText() {}

    /**
     * Tells whether systemd reads the value, written without quotes, exactly as it is.
     *
     * @param value the value
     * @return false if it holds a control character or a backslash, begins with a quote, or begins or ends with a blank
     */
    public static boolean carries(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == 0x7F || c == '\\') {
                return false;
            }
        }
        if (value.isEmpty()) {
            return true;
        }
        char first = value.charAt(0);
        return first != '"' && first != '\'' && first != ' ' && !value.endsWith(" ");
    }

    /**
     * Tells whether a value can stand in a line {@code Environment="KEY=value"} of a unit without ending it.
     *
     * @param value the value
     * @return false if it holds a control character, a backslash or a double quote
     */
    public static boolean carriesInQuotes(String value) {
        return value.chars().noneMatch(c -> c < 0x20 || c == 0x7F || c == '\\' || c == '"');
    }
}
