// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the jars of a program and of what it stands on once more, so that a class archive holds them whole. */
public final class Image {
    private static final String OURS = "farstead-";

    private Image() {}

    /**
     * Rewrites the jar of a program, and those of the folder {@code lib} beside it.
     *
     * @param args the jar, and the folder to write to; what was there before is deleted
     * @throws IOException if reading or writing fails
     */
    public static void main(String[] args) throws IOException {
        Path program = Path.of(args[0]);
        Path to = Path.of(args[1]);
        delete(to);
        Path lib = Files.createDirectories(to.resolve("lib"));
        List<Path> libraries = jars(program.resolveSibling("lib"));
        ClassLoader loader = OldClasses.loader(libraries);
        write(program, to, loader);
        for (Path library : libraries) {
            write(library, lib, loader);
        }
    }

    private static void write(Path file, Path to, ClassLoader loader) throws IOException {
        Jar jar = Jar.read(file);
        boolean ours = file.getFileName().toString().startsWith(OURS);
        (ours ? CallSites.without(jar) : OldClasses.lifted(jar, loader)).write(to.resolve(file.getFileName()));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
