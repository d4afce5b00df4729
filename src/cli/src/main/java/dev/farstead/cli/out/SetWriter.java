// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes an output set unit by unit, so that no more than one unit need be in memory. Closing it without {@link #finish} abandons the run:
 * what is whole stays, and the next run tidies up the rest. For one thread.
 */
public interface SetWriter extends AutoCloseable {
    /**
     * Starts to write a set.
     *
     * @param target a tar archive where the name ends in {@code .tar}, {@code .tar.gz} or {@code .tgz} and no folder is there, otherwise a
     *     folder as {@link OutputFolder} describes it
     * @return what takes the set; nobody else can write there until it is closed
     * @throws OutputException if the target can't take a set, or another run is writing to it
     */
    static SetWriter to(Path target) throws OutputException {
        return ArchiveWriter.isArchive(target)
                ? ArchiveWriter.begin(target, new Disk())
                : OutputFolder.at(target).begin();
    }

    /**
     * Takes one unit.
     *
     * @param path {@code profiles/<name>} or {@code sites/<name>}, each once
     * @param files its files; their paths start with that of the unit
     * @throws OutputException if they can't be written; the unit is then as it was before
     */
    void unit(String path, List<FileToWrite> files) throws OutputException;

    /**
     * Opens {@code index.json}, once. It may be written before, between or after the units, and must be closed after the last unit and
     * before {@link #finish}.
     *
     * @return where its bytes go; a failure there is an {@link java.io.IOException} that {@link OutputException#of} puts into words
     * @throws OutputException if it can't be written
     */
    OutputStream index() throws OutputException;

    /**
     * Ends the run: what is no longer part of the set goes, and {@code index.json} takes its place.
     *
     * @return what was done
     * @throws OutputException if it can't be done
     */
    WriteReport finish() throws OutputException;

    /** Lets go of the target; never fails. */
    @Override
    void close();
}
