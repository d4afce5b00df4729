// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.finding.Finding;

/** One line a finding, as editors and continuous integration read it: {@code file:line:column: severity[CODE] message}. */
public final class ShortPrinter implements FindingPrinter {
    @Override
    public String print(Finding finding) {
        String place = finding.range()
                .map(range -> Visible.text(range.source()) + ':' + range.start().line() + ':'
                        + range.start().column() + ": ")
                .orElse("");
        return place + finding.severity().text() + '[' + finding.code() + "] " + FindingPrinter.headline(finding)
                + '\n';
    }
}
