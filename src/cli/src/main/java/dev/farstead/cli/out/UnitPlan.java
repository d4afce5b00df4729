// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be done with one unit, found out before anything is written.
 *
 * @param unit the unit
 * @param change what will happen to it
 * @param carried paths of the files that stay though they are not part of the set
 * @param edited those of them that an earlier run wrote and that were edited since
 */
record UnitPlan(Unit unit, Change change, List<String> carried, List<String> edited) {
    static UnitPlan of(Path folder, Unit unit, Known known) throws IOException, OutputException {
        Map<String, FileToWrite> wanted =
                unit.files().stream().collect(Collectors.toMap(FileToWrite::path, Function.identity()));
        Path unitFolder = folder.resolve(unit.path());
        refuseOtherThanFolder(folder.resolve(unit.kind()));
        if (!refuseOtherThanFolder(unitFolder)) {
            return new UnitPlan(unit, wanted.isEmpty() ? Change.UNCHANGED : Change.NEW, List.of(), List.of());
        }
        List<String> carried = new ArrayList<>();
        List<String> edited = new ArrayList<>();
        int asWanted = 0;
        int stale = 0;
        for (Map.Entry<String, Path> there : files(folder, unitFolder).entrySet()) {
            String path = there.getKey();
            FileToWrite file = wanted.get(path);
            if (file != null && isAsWanted(there.getValue(), file)) {
                asWanted++;
            } else if (file != null) {
                if (!known.contains(path)) {
                    throw new OutputException(
                            there.getValue() + " is in the way: no earlier run wrote it, so it is not replaced");
                }
            } else if (!known.contains(path)) {
                carried.add(path);
            } else if (isAsWritten(there.getValue(), known.digest(path))) {
                stale++;
            } else {
                carried.add(path);
                edited.add(path);
            }
        }
        refuseOverlap(folder, carried, wanted.keySet());
        boolean unchanged = asWanted == wanted.size() && stale == 0;
        Change otherwise = wanted.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return new UnitPlan(unit, unchanged ? Change.UNCHANGED : otherwise, List.copyOf(carried), List.copyOf(edited));
    }

    /** Tells whether a folder is there; a link could lead the swap out of the output folder, so it is none. */
    private static boolean refuseOtherThanFolder(Path path) throws OutputException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(path + " is in the way: it is not a folder");
        }
        return false;
    }

    /** A file can't stand where a folder is needed, nor the other way round. */
    private static void refuseOverlap(Path folder, List<String> carried, Iterable<String> wanted)
            throws OutputException {
        for (String file : wanted) {
            for (String kept : carried) {
                if (file.startsWith(kept + '/') || kept.startsWith(file + '/')) {
                    throw new OutputException(folder.resolve(kept) + " is in the way of " + file
                            + ": no earlier run wrote it, so it is not replaced");
                }
            }
        }
    }

    private static Map<String, Path> files(Path folder, Path unitFolder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(unitFolder)) {
            paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> files.put(slashed(folder.relativize(path)), path));
        }
        return files;
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static boolean isAsWanted(Path there, FileToWrite file) throws IOException {
        return Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                && Files.size(there) == file.bytes().length
                && Modes.matches(there, file.mode())
                && Arrays.equals(Files.readAllBytes(there), file.bytes());
    }

    /** A file whose digest is unknown, since it holds secrets or its run was interrupted, counts as written by us. */
    private static boolean isAsWritten(Path there, String digest) throws IOException {
        return Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                && (digest.isEmpty() || digest.equals(Digests.of(Files.readAllBytes(there))));
    }
}
