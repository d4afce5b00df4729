// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** A file that holds what a test gave when somebody last read it; {@code -Dgolden=update} writes it anew. */
final class Pinned {
    private static final boolean UPDATE =
            Update.isAsked(System.getProperty("golden", ""), System.getenv().containsKey("CI"));

    private Pinned() {}

    static void holds(Path file, String text) {
        if (UPDATE) {
            Folder.write(file, text);
        }
        assertThat(text)
                .as("%s; -Dgolden=update writes it, for you to read the difference", file)
                .isEqualTo(Folder.find(file).orElse(""));
    }
}
