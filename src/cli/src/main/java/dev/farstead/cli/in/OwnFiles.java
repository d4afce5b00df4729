// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells what Farstead wrote from the files of others, by how it begins. */
public final class OwnFiles {
    private static final Pattern INDEX = Pattern.compile("\\s*\\{\\s*\"format\"\\s*:\\s*\"farstead-index/");
    private static final Pattern MAP =
            Pattern.compile("\\{\"path\":\"[^\"\\n]+\",\"first\":[0-9]+,\"last\":[0-9]+,\"origin\":\\{");
    private static final int HEAD = 4096;

    private OwnFiles() {}

    /**
     * Tells whether a file is a map of origins that {@code --origins} wrote.
     *
     * @param file the file
     * @return whether its first line is one of a map
     * @throws IOException if it can't be read
     */
    public static boolean isOriginMap(Path file) throws IOException {
        return MAP.matcher(head(file)).lookingAt();
    }

    /** Tells whether a text begins as a map of origins does. */
    static boolean isOriginMap(String text) {
        return MAP.matcher(text).lookingAt();
    }

    /** Tells whether a folder holds an output set. */
    static boolean isOutputSet(Path folder) throws IOException {
        Path index = folder.resolve("index.json");
        return Files.isRegularFile(index) && INDEX.matcher(head(index)).lookingAt();
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }
}
