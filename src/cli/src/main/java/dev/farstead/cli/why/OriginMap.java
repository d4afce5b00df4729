// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

import dev.farstead.IndexPart;
import dev.farstead.Output;
import dev.farstead.cli.in.OwnFiles;
import dev.farstead.cli.in.SourceReading;
import dev.farstead.cli.in.Sources;
import dev.farstead.cli.out.OutputException;
import dev.farstead.model.source.SourceText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file with the origins of all lines of a set, written as the files come. Not thread-safe. */
public final class OriginMap implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;
    private int indexLines;

    private OriginMap(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Refuses a file that a map must not replace: a source, or one that holds anything else than a map.
     *
     * @param file where a map is to go
     * @param sources what was read
     * @throws OutputException if it is such a file
     */
    public static void refuseOther(Path file, Sources sources) throws OutputException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            for (SourceText source : sources.texts()) {
                if (!source.name().equals(SourceReading.STANDARD_INPUT) && isSame(file, Path.of(source.name()))) {
                    throw OutputException.of(
                            file, "it is one of the sources", "name the file that the map goes to with --origins");
                }
            }
            if (Files.size(file) > 0 && !OwnFiles.isOriginMap(file)) {
                throw OutputException.of(
                        file,
                        "it is there, and no map that farstead wrote, so it is not replaced",
                        "move it elsewhere, or name another file with --origins");
            }
        } catch (IOException e) {
            throw OutputException.ofMap(file, e);
        }
    }

    private static boolean isSame(Path file, Path source) throws IOException {
        return Files.exists(source) && Files.isSameFile(file, source);
    }

    /**
     * Opens the map, which replaces what the file held.
     *
     * @param file the file
     * @return the map
     * @throws OutputException if it can't be written
     */
    public static OriginMap open(Path file) throws OutputException {
        try {
            return new OriginMap(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw OutputException.of(file, "there is no such folder", "name a file in one that is there");
        } catch (IOException e) {
            throw OutputException.ofMap(file, e);
        }
    }

    /**
     * Adds a file of the set.
     *
     * @param output the file
     * @throws OutputException if it can't be written
     */
    public void add(Output output) throws OutputException {
        write(OriginJson.lines(output.path(), LineRun.of(output.lineOrigins(), 1)));
    }

    /**
     * Adds the next lines of the index.
     *
     * @param part the lines
     * @throws OutputException if they can't be written
     */
    public void add(IndexPart part) throws OutputException {
        write(OriginJson.lines(IndexPart.PATH, LineRun.of(part.lineOrigins(), indexLines + 1)));
        indexLines += part.lineOrigins().size();
    }

    private void write(String text) throws OutputException {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw OutputException.ofMap(file, e);
        }
    }

    /**
     * Ends the map.
     *
     * @throws OutputException if its last lines can't be written
     */
    public void finish() throws OutputException {
        try {
            writer.close();
        } catch (IOException e) {
            throw OutputException.ofMap(file, e);
        }
    }

    /** Lets go of the file; never fails. */
    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            // Whoever needed the map has called finish, which says so.
        }
    }
}
