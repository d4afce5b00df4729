// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Replaces the folder of a unit as a whole. Three names beside the folder say how far a run came: {@code new} may be half written,
 * {@code old} is whole and was moved out of the way, {@code gone} is being deleted.
 */
final class UnitSwap {
    private static final String NEW = ".farstead-new";
    private static final String OLD = ".farstead-old";
    private static final String GONE = ".farstead-gone";

    private final Path folder;
    private final FileOperations disk;

    UnitSwap(Path folder, FileOperations disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Brings the unit to what the plan wants. */
    void carryOut(UnitPlan plan) throws IOException, OutputException {
        Path unit = folder.resolve(plan.unit().path());
        Path fresh = beside(unit, NEW);
        boolean stays = !plan.unit().files().isEmpty() || !plan.carried().isEmpty();
        if (stays) {
            disk.createFolders(fresh);
            for (FileToWrite file : plan.unit().files()) {
                disk.write(fresh.resolve(within(plan.unit(), file.path())), file.bytes(), file.mode());
            }
        }
        if (plan.change() == Change.NEW) {
            disk.move(fresh, unit);
            return;
        }
        Path old = beside(unit, OLD);
        disk.move(unit, old);
        refuseNewcomers(plan, old);
        if (stays) {
            // Carried only now, since nobody reaches them under their names any more: what was saved until now comes
            // along.
            for (String path : plan.carried()) {
                String within = within(plan.unit(), path);
                carry(old.resolve(within), fresh.resolve(within));
            }
            for (Map.Entry<String, String> kept : plan.aside().entrySet()) {
                disk.carry(
                        old.resolve(within(plan.unit(), kept.getKey())),
                        fresh.resolve(within(plan.unit(), kept.getValue())));
            }
            disk.move(fresh, unit);
        }
        discard(old, beside(unit, GONE));
    }

    /** A file that appeared since the plan was made is nobody's but its owner's: it must not be deleted with the old folder. */
    private void refuseNewcomers(UnitPlan plan, Path old) throws IOException, OutputException {
        for (String path : UnitFiles.in(old, old).keySet()) {
            if (!plan.there().contains(plan.unit().path() + '/' + path)) {
                Path unit = folder.resolve(plan.unit().path());
                disk.move(old, unit);
                throw OutputException.of(
                        folder,
                        unit.resolve(path) + " appeared while farstead wrote",
                        "run it again when nothing else changes the folder");
            }
        }
    }

    private void carry(Path from, Path to) throws IOException {
        if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            disk.createFolders(to);
        } else {
            disk.carry(from, to);
        }
    }

    /**
     * Undoes or finishes what an interrupted run left. Where the old folder had been moved away and the new one was not there yet, the
     * old one comes back: the run that recovers writes the new one again anyway.
     *
     * @return whether there was anything
     * @throws OutputException if somebody put a folder in the place of one that is to come back
     */
    boolean recover() throws IOException, OutputException {
        boolean found = false;
        for (String parent : List.of("profiles", "sites")) {
            for (Path leftover : leftovers(folder.resolve(parent), GONE)) {
                deleteTree(leftover);
                found = true;
            }
            for (Path leftover : leftovers(folder.resolve(parent), OLD)) {
                Path unit = unitOf(leftover, OLD);
                if (Files.exists(unit, LinkOption.NOFOLLOW_LINKS)) {
                    refuseTwo(unit, leftover);
                    discard(leftover, beside(unit, GONE));
                } else {
                    disk.move(leftover, unit);
                }
                found = true;
            }
            for (Path leftover : leftovers(folder.resolve(parent), NEW)) {
                deleteTree(leftover);
                found = true;
            }
        }
        return found;
    }

    /** The new folder is there until it takes its place, so the one that stands there now is neither the old one nor the new one. */
    private static void refuseTwo(Path unit, Path old) throws OutputException {
        if (Files.exists(beside(unit, NEW), LinkOption.NOFOLLOW_LINKS)) {
            throw OutputException.inTheWay(
                    unit,
                    "an interrupted run had moved the former one to " + old.getFileName()
                            + ", which still holds all files");
        }
    }

    private static List<Path> leftovers(Path parent, String suffix) throws IOException {
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child -> child.getFileName().toString().startsWith("."))
                    .filter(child -> child.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static Path unitOf(Path leftover, String suffix) {
        String name = leftover.getFileName().toString();
        return leftover.resolveSibling(name.substring(1, name.length() - suffix.length()));
    }

    private static Path beside(Path unit, String suffix) {
        return unit.resolveSibling("." + unit.getFileName() + suffix);
    }

    private static String within(Unit unit, String path) {
        return path.substring(unit.path().length() + 1);
    }

    private void discard(Path tree, Path gone) throws IOException {
        disk.move(tree, gone);
        deleteTree(gone);
    }

    private void deleteTree(Path tree) throws IOException {
        List<Path> deepestFirst = new ArrayList<>(UnitFiles.tree(tree));
        Collections.reverse(deepestFirst);
        for (Path path : deepestFirst) {
            disk.delete(path);
        }
    }
}
