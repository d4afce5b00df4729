// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.model.origin.Origin;
import java.util.List;

/**
 * A text and where its lines come from.
 *
 * @param text the text; empty, or ended by a line feed
 * @param digested the text in which a reference stands for each secret: what digests are taken over
 * @param lines origin of each line: that of line 1 stands at index 0
 */
record WrittenText(String text, String digested, List<Origin> lines) {
    /** Copies the origins. */
    WrittenText {
        lines = List.copyOf(lines);
    }

    /** Says how long the text is and not what it holds, since it may hold secrets. */
    @Override
    public String toString() {
        return "WrittenText[" + lines.size() + " lines]";
    }
}
