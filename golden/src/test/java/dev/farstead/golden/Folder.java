// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads and writes folders of texts; paths are relative, with {@code /}. */
final class Folder {
    private Folder() {}

    /** Returns the text of every file below a folder by path; nothing where there is no folder. */
    static SortedMap<String, String> read(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : files(folder)) {
            texts.put(relative(folder, file), text(file));
        }
        return texts;
    }

    /** Makes a folder hold these texts and nothing else; without texts there is no folder. */
    static void write(Path folder, SortedMap<String, String> texts) {
        clear(folder);
        texts.forEach((path, text) -> write(folder.resolve(path), text));
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file hold a text, or not be there. */
    static void write(Path file, Optional<String> text) {
        if (text.isPresent()) {
            write(file, text.get());
        } else {
            delete(file);
        }
    }

    static Optional<String> find(Path file) {
        return Files.isRegularFile(file) ? Optional.of(text(file)) : Optional.empty();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static void clear(Path folder) {
        files(folder).forEach(Folder::delete);
        try (Stream<Path> below = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            below.sorted(Comparator.reverseOrder()).forEach(Folder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the regular files below a folder, ordered by relative path. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> relative(folder, file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what stands directly in a folder, ordered by name. */
    static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.comparing(child -> name(child))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path path) {
        return path.getFileName().toString();
    }

    static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
