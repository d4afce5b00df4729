// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that holds the output set of the last run.
 *
 * <p>A run that is stopped at any point leaves each profile and site folder old or new, never mixed, and the next run tidies up; {@code
 * index.json} is written last. What is as it should be is not touched. Files that no run wrote stay, and one that stands where a file of
 * the set belongs is refused before anything of its unit is written. Files of an earlier run that are no longer part of the set are
 * removed, unless they were edited since; one that is part of it and was edited is kept below {@code edited} of its unit. A second run at the same time is refused.
 */
public final class OutputFolder {
    private static final String LOCK = ".farstead-lock";

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
     * Starts to make the folder hold a set, and tidies up what an interrupted run left.
     *
     * @return what takes the set; the folder is locked until it is closed
     * @throws OutputException if the folder can't take a set, or another run is writing to it
     */
    public SetWriter begin() throws OutputException {
        Target.refuseUnusable(folder);
        try {
            disk.createFolders(folder);
            for (String file : List.of(Known.INDEX, Journal.NAME, LOCK)) {
                Target.refuseLink(folder.resolve(file));
            }
            RunLock lock = RunLock.take(folder.resolve(LOCK), folder);
            boolean begun = false;
            try {
                SetWriter writer = begin(lock);
                begun = true;
                return writer;
            } finally {
                if (!begun) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    private SetWriter begin(RunLock lock) throws IOException, OutputException {
        UnitSwap swap = new UnitSwap(folder, disk);
        boolean mended = swap.recover();
        mended = Target.deleteIfThere(folder.resolve(FolderWriter.NEW_INDEX), disk) || mended;
        Known known = Known.in(folder);
        if (known.foreignIndex()) {
            throw Target.foreignIndex(folder.resolve(Known.INDEX));
        }
        Journal journal = Journal.in(folder, disk);
        return new FolderWriter(folder, disk, lock, known, journal, mended || journal.exists());
    }
}
