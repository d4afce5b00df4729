// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be done with one unit, found out before anything of it is written.
 *
 * @param unit the unit
 * @param change what will happen to it
 * @param there every path that was in its folder
 * @param carried those of them that stay though they are not part of the set
 * @param edited those that an earlier run wrote, that stay since they were edited
 * @param aside by path of a file of the set what keeps the one that was edited there
 */
record UnitPlan(
        Unit unit,
        Change change,
        Set<String> there,
        List<String> carried,
        List<String> edited,
        SortedMap<String, String> aside) {
    /** Of the unit, and not beside the file: what stands there may be copied to a host as a whole. */
    private static final String ASIDE = "edited";

    static UnitPlan of(Path folder, Unit unit, Map<String, List<Written>> known) throws IOException, OutputException {
        Map<String, FileToWrite> wanted =
                unit.files().stream().collect(Collectors.toMap(FileToWrite::path, Function.identity()));
        Path unitFolder = folder.resolve(unit.path());
        Target.refuseOtherThanFolder(folder.resolve(unit.kind()));
        if (!Target.refuseOtherThanFolder(unitFolder)) {
            Change change = wanted.isEmpty() ? Change.UNCHANGED : Change.NEW;
            return new UnitPlan(unit, change, Set.of(), List.of(), List.of(), new TreeMap<>());
        }
        Map<String, Path> there = UnitFiles.in(folder, unitFolder);
        List<String> carried = new ArrayList<>();
        List<String> edited = new ArrayList<>();
        SortedMap<String, String> aside = new TreeMap<>();
        int asWanted = 0;
        int stale = 0;
        for (Map.Entry<String, Path> entry : there.entrySet()) {
            String path = entry.getKey();
            Path file = entry.getValue();
            FileToWrite wish = wanted.get(path);
            List<Written> forms = known.getOrDefault(path, List.of());
            if (wish != null && isAsWanted(file, wish)) {
                asWanted++;
            } else if (wish != null) {
                if (forms.isEmpty()) {
                    throw foreign(folder, unit, file);
                }
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !isAsWritten(file, forms)) {
                    aside.put(path, asidePath(unit, path, there.keySet()));
                }
            } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                if (holds(path, known.keySet())) {
                    stale++;
                } else if (!holds(path, wanted.keySet())) {
                    carried.add(path);
                }
            } else if (forms.isEmpty()) {
                carried.add(path);
            } else if (isAsWritten(file, forms)) {
                stale++;
            } else {
                carried.add(path);
                edited.add(path);
            }
        }
        refuseOverlap(folder, carried, wanted.keySet());
        boolean empty = wanted.isEmpty() && carried.isEmpty();
        boolean unchanged = asWanted == wanted.size() && stale == 0 && !empty;
        Change gone = carried.isEmpty() ? Change.REMOVED : Change.EMPTIED;
        Change otherwise = wanted.isEmpty() ? gone : Change.CHANGED;
        return new UnitPlan(
                unit,
                unchanged ? Change.UNCHANGED : otherwise,
                Set.copyOf(there.keySet()),
                List.copyOf(carried),
                List.copyOf(edited),
                aside);
    }

    /** Returns where nothing stands; what was kept there before is no longer told from a file of somebody else. */
    private static String asidePath(Unit unit, String path, Set<String> there) {
        String within = path.substring(unit.path().length());
        String free = unit.path() + '/' + ASIDE + within;
        for (int number = 2; isTaken(free, there); number++) {
            free = unit.path() + '/' + ASIDE + '-' + number + within;
        }
        return free;
    }

    private static boolean isTaken(String path, Set<String> there) {
        return there.stream()
                .anyMatch(other -> other.equals(path) || holds(other, Set.of(path)) || holds(path, Set.of(other)));
    }

    /** Where no set was written before, there is but one thing that the file can be. */
    private static OutputException foreign(Path folder, Unit unit, Path file) {
        return Files.exists(folder.resolve(Known.INDEX), LinkOption.NOFOLLOW_LINKS)
                ? OutputException.notOfLastRun(file, unit.path())
                : OutputException.inTheWay(file, "farstead did not write it, so it is not replaced");
    }

    /** A file can't stand where a folder is needed, nor the other way round, nor two names that the file system takes for one. */
    private static void refuseOverlap(Path folder, List<String> carried, Set<String> wanted)
            throws IOException, OutputException {
        for (String kept : carried) {
            for (String file : wanted) {
                if (file.startsWith(kept + '/') || kept.startsWith(file + '/')) {
                    throw OutputException.inTheWay(
                            folder.resolve(kept), "farstead did not write it, and " + file + " needs its place");
                }
                if (isSameName(folder, kept, file)) {
                    throw OutputException.inTheWay(
                            folder.resolve(kept), "on this file system its name is that of " + file);
                }
            }
        }
    }

    private static boolean holds(String folder, Set<String> files) {
        return files.stream().anyMatch(file -> file.startsWith(folder + '/'));
    }

    private static boolean isSameName(Path folder, String kept, String file) throws IOException {
        if (!folded(kept).equals(folded(file))) {
            return false;
        }
        Path wanted = folder.resolve(file);
        return Files.exists(wanted, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(wanted, folder.resolve(kept));
    }

    private static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private static boolean isAsWanted(Path there, FileToWrite file) throws IOException {
        return Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                && Files.size(there) == file.bytes().length
                && Modes.matches(there, file.mode())
                && Arrays.equals(Files.readAllBytes(there), file.bytes());
    }

    private static boolean isAsWritten(Path there, List<Written> forms) throws IOException {
        for (Written form : forms) {
            if (form.isAsWritten(there)) {
                return true;
            }
        }
        return false;
    }
}
