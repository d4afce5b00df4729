// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.finding.Finding;

/** Turns a finding into text. */
@FunctionalInterface
public interface FindingPrinter {
    /** How many names of sites a finding shows. */
    int SHOWN_SITES = 5;

    /**
     * Prints a finding.
     *
     * @param finding the finding
     * @return its text with line ends
     */
    String print(Finding finding);

    /**
     * Returns the message, and the sites where there is more than one.
     *
     * @param finding the finding
     * @return one line without its end
     */
    static String headline(Finding finding) {
        String message = Visible.text(finding.message());
        if (finding.sites().isEmpty()) {
            return message;
        }
        String names = String.join(
                ", ",
                finding.sites().subList(0, Math.min(SHOWN_SITES, finding.sites().size())));
        String rest = finding.sites().size() > SHOWN_SITES ? ", …" : "";
        return message + " (" + finding.sites().size() + " sites: " + Visible.text(names) + rest + ')';
    }
}
