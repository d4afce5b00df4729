// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Symbolic links that lead nowhere: a person sees the name in the folder, and is told that there is none. */
final class Links {
    private Links() {}

    /** Says which link of a path leads nowhere; empty where none does. */
    static Optional<String> dangling(@Nullable String file) {
        for (Path path = file == null ? null : Path.of(file); path != null; path = path.getParent()) {
            if (Files.isSymbolicLink(path) && !Files.exists(path)) {
                return Optional.of((path.toString().equals(file) ? "it" : path) + " is a symbolic link to "
                        + target(path) + ", which is not there");
            }
        }
        return Optional.empty();
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "another place";
        }
    }
}
