// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The real disk, where something happens before each step: the process dies, the disk is full, or the step is told to somebody. What is
 * written is half there in between. Nothing waits for the disk itself, so that many runs are quick.
 */
final class SteppedDisk implements FileOperations {
    /** What happens before a step. */
    interface Step {
        /**
         * Happens before a step.
         *
         * @param name what the step is part of, in words for a table
         * @param grows whether the step needs room on the disk
         */
        void before(String name, boolean grows) throws IOException;
    }

    /** The process died: no code of the program may catch it. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FileOperations disk = new Disk();
    private final Step step;

    SteppedDisk(Step step) {
        this.step = step;
    }

    /** A disk on which nothing happens. */
    static SteppedDisk quiet() {
        return new SteppedDisk((name, grows) -> {});
    }

    /** A disk whose process dies after a number of steps. */
    static SteppedDisk stoppingAfter(int steps) {
        int[] left = {steps};
        return new SteppedDisk((name, grows) -> {
            if (left[0]-- <= 0) {
                throw new Stopped();
            }
        });
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        step.before("making the new folder", true);
        disk.createFolders(folder);
    }

    @Override
    public void write(Path file, byte[] bytes, int mode) throws IOException {
        step.before("writing a file of the new folder", true);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.CREATE_NEW);
        step.before("writing a file of the new folder", true);
        Files.delete(file);
        disk.write(file, bytes, mode);
    }

    @Override
    public OutputStream create(Path file, int mode) throws IOException {
        step.before("writing the new index", true);
        OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        disk.setMode(file, mode);
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length / 2);
                step.before("writing the new index", true);
                out.write(bytes, offset + length / 2, length - length / 2);
            }

            @Override
            public void close() throws IOException {
                step.before("writing the new index", true);
                super.close();
            }
        };
    }

    @Override
    public void append(Path file, long kept, byte[] bytes) throws IOException {
        step.before("adding to the journal", true);
        disk.append(file, kept, Arrays.copyOf(bytes, bytes.length / 2));
        step.before("adding to the journal", true);
        disk.append(file, Math.max(kept, 0), bytes);
    }

    @Override
    public void setMode(Path file, int mode) throws IOException {
        step.before("setting a mode", false);
        disk.setMode(file, mode);
    }

    @Override
    public void carry(Path from, Path to) throws IOException {
        step.before("carrying a file of somebody else", true);
        disk.carry(from, to);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        String target = String.valueOf(to.getFileName());
        if (target.endsWith(".farstead-old")) {
            step.before("moving the old folder aside", false);
        } else if (target.endsWith(".farstead-gone")) {
            step.before("deleting the old folder", false);
        } else if (target.equals(Known.INDEX)) {
            step.before("moving the new index in place", false);
        } else {
            step.before("moving the new folder in place", false);
        }
        disk.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        boolean journal = path.endsWith(Journal.NAME);
        step.before(journal ? "deleting the journal" : "deleting the old folder", false);
        disk.delete(path);
    }
}
