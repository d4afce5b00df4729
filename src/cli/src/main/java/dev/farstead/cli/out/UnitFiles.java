// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in the folder of a unit. */
final class UnitFiles {
    private UnitFiles() {}

    /**
     * Finds everything but folders that hold something.
     *
     * @param folder the output folder, in whose terms paths are given
     * @param unitFolder the folder of the unit
     * @return by path relative to the output folder, with {@code /}
     */
    static SortedMap<String, Path> in(Path folder, Path unitFolder) throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        for (Path path : tree(unitFolder)) {
            if (!path.equals(unitFolder) && (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || isEmpty(path))) {
                found.put(slashed(folder.relativize(path)), path);
            }
        }
        return found;
    }

    /** Returns a folder and everything below it, each folder before what it holds. */
    static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
