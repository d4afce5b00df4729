// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a set into a folder; made by {@link OutputFolder#begin}. */
final class FolderWriter implements SetWriter {
    static final String NEW_INDEX = ".index.json.farstead-new";

    private static final int INDEX_MODE = 0644;

    private final Path folder;
    private final FileOperations disk;
    private final RunLock lock;
    private final Known known;
    private final Journal journal;
    private final boolean mended;
    private final UnitSwap swap;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<String> kept = new ArrayList<>();
    private @Nullable WholeStream index;
    private boolean ended;

    FolderWriter(Path folder, FileOperations disk, RunLock lock, Known known, Journal journal, boolean mended) {
        this.folder = folder;
        this.disk = disk;
        this.lock = lock;
        this.known = known;
        this.journal = journal;
        this.mended = mended;
        this.swap = new UnitSwap(folder, disk);
    }

    @Override
    public void unit(String path, List<FileToWrite> files) throws OutputException {
        if (index != null && index.isWhole()) {
            throw new IllegalStateException("the index is closed before the last unit");
        }
        if (changes.containsKey(path)) {
            throw new IllegalArgumentException("unit " + path + " came twice");
        }
        carryOut(new Unit(path, files));
    }

    private void carryOut(Unit unit) throws OutputException {
        try {
            UnitPlan plan = UnitPlan.of(folder, unit, known.files(unit.path()));
            if (plan.change() != Change.UNCHANGED) {
                journal.add(unit);
                swap.carryOut(plan);
            }
            if (plan.change() != Change.UNCHANGED || !unit.files().isEmpty()) {
                changes.put(unit.path(), plan.change());
            }
            kept.addAll(plan.edited());
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    @Override
    public OutputStream index() throws OutputException {
        if (index != null) {
            throw new IllegalStateException("the index was opened before");
        }
        try {
            index = new WholeStream(disk.create(folder.resolve(NEW_INDEX), INDEX_MODE));
            return index;
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    @Override
    public WriteReport finish() throws OutputException {
        if (index == null || !index.isWhole()) {
            throw new IllegalStateException("the index is missing or still open");
        }
        TreeSet<String> formerly = new TreeSet<>(known.units());
        formerly.removeAll(changes.keySet());
        for (String unit : formerly) {
            carryOut(new Unit(unit, List.of()));
        }
        try {
            boolean indexChanged = placeIndex();
            journal.delete();
            ended = true;
            return new WriteReport(changes, indexChanged, kept, notices());
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    /** An equal one is replaced too where something was written: a secret file that is younger than the index counts as edited. */
    private boolean placeIndex() throws IOException {
        Path there = folder.resolve(Known.INDEX);
        Path fresh = folder.resolve(NEW_INDEX);
        boolean same = Files.exists(there, LinkOption.NOFOLLOW_LINKS)
                && Modes.matches(there, INDEX_MODE)
                && Files.mismatch(there, fresh) < 0;
        if (same && !journal.exists()) {
            disk.delete(fresh);
        } else {
            disk.move(fresh, there);
        }
        return !same;
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (mended) {
            notices.add("an earlier run in " + folder + " was interrupted; what it left was tidied up");
        }
        if (!lock.isSupported()) {
            notices.add(lock.warning(folder));
        }
        return notices;
    }

    @Override
    public void close() {
        try (lock) {
            if (!ended) {
                ended = true;
                abandon();
            }
        } catch (IOException | OutputException e) {
            // Then the next run tidies up.
        }
    }

    /** What is half written may be what fills the disk. */
    private void abandon() throws IOException, OutputException {
        if (index != null) {
            try {
                index.close();
            } catch (IOException e) {
                // It is deleted anyway.
            }
        }
        Target.deleteIfThere(folder.resolve(NEW_INDEX), disk);
        swap.recover();
    }
}
