// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.finding.Severity;

/**
 * Colours, or none.
 *
 * @param colour whether a terminal that shows colours reads along
 */
public record Style(boolean colour) {
    private static final String BOLD = "1";
    private static final String BLUE = "1;34";

    /**
     * Colours a text by how grave it is.
     *
     * @param severity how grave it is
     * @param text the text
     * @return the text, coloured or not
     */
    public String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("1;33", text);
            case NOTE -> paint("1;36", text);
        };
    }

    /**
     * Makes a text bold.
     *
     * @param text the text
     * @return the text, bold or not
     */
    public String bold(String text) {
        return paint(BOLD, text);
    }

    String frame(String text) {
        return paint(BLUE, text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
    }
}
