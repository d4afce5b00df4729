// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a caller to the order that {@link SetWriter} asks for: each unit once, and an index that is closed behind the last of them. */
final class SetOrder {
    private final Set<String> units = new HashSet<>();
    private @Nullable WholeStream index;

    /** Opens the file of the index. */
    @FunctionalInterface
    interface Opener {
        OutputStream open() throws IOException;
    }

    /** Refuses a unit that may not come now. */
    void unit(String path) {
        if (index != null && index.isWhole()) {
            throw new IllegalStateException("the index is closed before the last unit");
        }
        if (!units.add(path)) {
            throw new IllegalArgumentException("unit " + path + " came twice");
        }
    }

    OutputStream index(Opener file) throws IOException {
        if (index != null) {
            throw new IllegalStateException("the index was opened before");
        }
        index = new WholeStream(file.open());
        return index;
    }

    /** Refuses to end without a whole index. */
    void finish() {
        if (index == null || !index.isWhole()) {
            throw new IllegalStateException("the index is missing or still open");
        }
    }

    /** Closes the index of a run that is abandoned. */
    void abandon() {
        try {
            if (index != null) {
                index.close();
            }
        } catch (IOException e) {
            // What it wrote is deleted.
        }
    }
}
