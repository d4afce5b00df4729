// SPDX-License-Identifier: Apache-2.0
package dev.farstead.benchmarks;

import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The floor of a whole process: SnakeYAML's events over the sources of a fleet, and writing the bytes of its archive. */
final class FloorRun {
    private FloorRun() {}

    /**
     * Runs.
     *
     * @param args folder of the fleet, the archive that was compiled from it, and where to write its bytes
     * @throws IOException if reading or writing fails
     */
    public static void main(String[] args) throws IOException {
        int events = 0;
        for (Path source : sources(Path.of(args[0]))) {
            events += Floor.events(new SourceText(source.toString(), Files.readAllBytes(source)));
        }
        Files.copy(Path.of(args[1]), Path.of(args[2]));
        System.out.println(events + " events");
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
