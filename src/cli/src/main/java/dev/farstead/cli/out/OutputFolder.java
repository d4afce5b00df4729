// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A folder that holds the output set of the last run.
 *
 * <p>A run that is stopped at any point leaves each profile and site folder old or new, never mixed, and the next run tidies up; {@code
 * index.json} is written last. What is as it should be is not touched. Files that no run wrote stay, and one that stands where a file of
 * the set belongs is refused before anything is written. Files of an earlier run that are no longer part of the set are removed, unless
 * they were edited since. Not for use by two runs at a time.
 */
public final class OutputFolder {
    private static final String NEW_INDEX = ".index.json.farstead-new";
    private static final String NEW_JOURNAL = Known.JOURNAL + "-new";

    private final Path folder;
    private final FileOperations disk;

    OutputFolder(Path folder, FileOperations disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Returns the folder at a path, which need not exist yet.
     *
     * @param folder the path
     * @return the folder
     */
    public static OutputFolder at(Path folder) {
        return new OutputFolder(folder, new Disk());
    }

    /**
     * Makes the folder hold a set.
     *
     * @param files the set; the file {@code index.json} must be among them
     * @return what was done
     * @throws OutputException if the folder can't take the set
     */
    public WriteReport write(List<FileToWrite> files) throws OutputException {
        refuseUnusable();
        try {
            UnitSwap swap = new UnitSwap(folder, disk);
            deleteHalfWritten();
            swap.recover();
            Known known = Known.in(folder);
            if (known.foreignIndex()) {
                throw new OutputException(folder.resolve(Known.INDEX)
                        + " is in the way: it is no index of an output set, so it is not replaced");
            }
            return write(files, known, swap);
        } catch (IOException e) {
            throw OutputException.of("can't write to " + folder, e);
        }
    }

    private WriteReport write(List<FileToWrite> files, Known known, UnitSwap swap) throws IOException, OutputException {
        FileToWrite index = files.stream()
                .filter(file -> file.path().equals(Known.INDEX))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a set has an index"));
        List<UnitPlan> plans = plans(files, known);
        boolean indexChanged = !isAsWanted(index);
        List<UnitPlan> due =
                plans.stream().filter(plan -> plan.change() != Change.UNCHANGED).toList();
        if (!due.isEmpty() || indexChanged || known.interrupted()) {
            carryOut(due, swap, index, journal(files, known));
        }
        Map<String, Change> changes = new LinkedHashMap<>();
        plans.stream()
                .filter(plan -> plan.change() != Change.UNCHANGED
                        || !plan.unit().files().isEmpty())
                .forEach(plan -> changes.put(plan.unit().path(), plan.change()));
        List<String> kept =
                plans.stream().flatMap(plan -> plan.edited().stream()).toList();
        return new WriteReport(changes, indexChanged, kept);
    }

    private void carryOut(List<UnitPlan> due, UnitSwap swap, FileToWrite index, byte[] journal) throws IOException {
        disk.createFolders(folder);
        // Without the journal, files that a stopped run has put in place would look foreign to the next one.
        Path journalFile = folder.resolve(Known.JOURNAL);
        replace(journalFile, folder.resolve(NEW_JOURNAL), journal, 0644);
        for (UnitPlan plan : due) {
            swap.carryOut(plan);
        }
        replace(folder.resolve(Known.INDEX), folder.resolve(NEW_INDEX), index.bytes(), index.mode());
        disk.delete(journalFile);
    }

    private void replace(Path file, Path beside, byte[] bytes, int mode) throws IOException {
        disk.write(beside, bytes, mode);
        disk.move(beside, file);
    }

    private void deleteHalfWritten() throws IOException {
        for (String name : List.of(NEW_JOURNAL, NEW_INDEX)) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                disk.delete(folder.resolve(name));
            }
        }
    }

    private List<UnitPlan> plans(List<FileToWrite> files, Known known) throws IOException, OutputException {
        List<Unit> units = new ArrayList<>(Unit.of(
                files.stream().filter(file -> !file.path().equals(Known.INDEX)).toList()));
        Set<String> wanted = units.stream().map(Unit::path).collect(Collectors.toSet());
        Set<String> formerly = new TreeSet<>();
        for (String path : known.paths()) {
            if (isOfUnit(path)) {
                formerly.add(Unit.pathOf(path));
            }
        }
        formerly.removeAll(wanted);
        formerly.forEach(path -> units.add(new Unit(path, List.of())));
        List<UnitPlan> plans = new ArrayList<>();
        for (Unit unit : units) {
            plans.add(UnitPlan.of(folder, unit, known));
        }
        return plans;
    }

    /** An index may have been edited by hand: a path that leads elsewhere is not followed. */
    private static boolean isOfUnit(String path) {
        return path.matches("(profiles|sites)/[^/]+/.+")
                && Path.of(path).normalize().equals(Path.of(path));
    }

    private boolean isAsWanted(FileToWrite index) throws IOException {
        Path there = folder.resolve(Known.INDEX);
        return Files.exists(there, LinkOption.NOFOLLOW_LINKS)
                && Modes.matches(there, index.mode())
                && Arrays.equals(Files.readAllBytes(there), index.bytes());
    }

    private static byte[] journal(List<FileToWrite> files, Known known) {
        Set<String> paths = new TreeSet<>(known.paths());
        files.forEach(file -> paths.add(file.path()));
        return (String.join("\n", paths) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    private void refuseUnusable() throws OutputException {
        try {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder.toRealPath())) {
                throw new OutputException("can't write to " + folder + ": it is not a folder");
            }
        } catch (IOException e) {
            throw OutputException.of("can't write to " + folder, e);
        }
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw new OutputException("can't write to " + folder + ": " + nearest + " is not a folder");
        }
        if (!Files.isWritable(nearest)) {
            throw new OutputException("can't write to " + folder + ": no permission for " + nearest);
        }
    }
}
