// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

import dev.farstead.Output;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with the origins of all lines of a set, written as the files come. Not thread-safe. */
public final class OriginMap implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    private OriginMap(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Opens the map, which replaces what the file held.
     *
     * @param file the file
     * @return the map
     * @throws WhyException if it can't be written
     */
    public static OriginMap open(Path file) throws WhyException {
        try {
            return new OriginMap(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(file);
        }
    }

    /**
     * Adds a file of the set.
     *
     * @param output the file
     * @throws WhyException if it can't be written
     */
    public void add(Output output) throws WhyException {
        try {
            writer.write(OriginJson.lines(output));
        } catch (IOException e) {
            throw failed(file);
        }
    }

    @Override
    public void close() throws WhyException {
        try {
            writer.close();
        } catch (IOException e) {
            throw failed(file);
        }
    }

    private static WhyException failed(Path file) {
        return new WhyException(
                "can't write the origins to " + file + ": is there such a folder, and may you write there?");
    }
}
