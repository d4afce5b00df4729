// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import java.util.Optional;
import java.util.TreeMap;

/** Writes what a case gave into its folder. */
final class Update {
    private Update() {}

    /**
     * Tells whether expected files are to be written.
     *
     * @param switched value of the property {@code golden}
     * @param unattended whether nobody would read what is written
     * @return whether to write
     */
    static boolean isAsked(String switched, boolean unattended) {
        if (switched.isEmpty()) {
            return false;
        }
        if (!switched.equals("update")) {
            throw new AssertionError("-Dgolden=" + switched + " is not known; did you mean -Dgolden=update");
        }
        if (unattended) {
            throw new AssertionError("-Dgolden=update is refused where CI is set: expected files are read by a person");
        }
        return true;
    }

    static void write(GoldenCase golden, Outcome outcome) {
        boolean pinned = golden.settings().pinned();
        Optional<String> difference =
                golden.settings().base().map(base -> FileDiff.of(golden.baseFiles(), outcome.files(pinned)));
        boolean whole = difference.isEmpty();
        Folder.write(golden.expectedDiff(), outcome.outputs().isEmpty() ? Optional.empty() : difference);
        Folder.write(golden.expected(), whole ? outcome.files(pinned) : new TreeMap<>());
        Folder.write(golden.findings(), outcome.findings());
        Folder.write(golden.origins(), pinned ? outcome.origins() : Optional.empty());
    }
}
