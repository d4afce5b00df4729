// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
    private final SetOrder order = new SetOrder();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<String> kept = new ArrayList<>();
    private final Map<String, String> aside = new LinkedHashMap<>();
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
        order.unit(path);
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
            aside.putAll(plan.aside());
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    @Override
    public OutputStream index() throws OutputException {
        try {
            return order.index(() -> disk.create(folder.resolve(NEW_INDEX), INDEX_MODE));
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    @Override
    public WriteReport finish() throws OutputException {
        order.finish();
        TreeSet<String> formerly = new TreeSet<>(known.units());
        formerly.removeAll(changes.keySet());
        for (String unit : formerly) {
            carryOut(new Unit(unit, List.of()));
        }
        try {
            boolean indexChanged = placeIndex();
            journal.delete();
            ended = true;
            return new WriteReport(changes, indexChanged, kept, aside, notices());
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    /** An equal one is replaced too where something was written: a secret file that is younger than the index counts as edited. */
    private boolean placeIndex() throws IOException {
        Path there = folder.resolve(Known.INDEX);
        Path fresh = folder.resolve(NEW_INDEX);
        boolean same = Target.isAlready(there, fresh, INDEX_MODE);
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
        order.abandon();
        Target.deleteIfThere(folder.resolve(NEW_INDEX), disk);
        swap.recover();
    }
}
