// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.finding;

import java.util.Locale;

/** How grave a finding is, gravest first. */
public enum Severity {
    /** A build, a registration or a node fails, or a given value would have no effect. Nothing is emitted. */
    ERROR,
    /** It works, but documents advise against it or disagree, or a secret is still open. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /**
     * Returns the word used in messages.
     *
     * @return the name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
