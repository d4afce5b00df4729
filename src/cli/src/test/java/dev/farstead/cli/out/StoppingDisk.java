// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The real disk, until a given number of steps is done: then the process is as good as dead, in the middle of the next step. */
final class StoppingDisk implements FileOperations {
    /** The process died: no code of the program may catch it. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FileOperations disk = new Disk();
    private int left;

    StoppingDisk(int steps) {
        this.left = steps;
    }

    private void step() {
        if (left-- <= 0) {
            throw new Stopped();
        }
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        step();
        disk.createFolders(folder);
    }

    @Override
    public void write(Path file, byte[] bytes, int mode) throws IOException {
        if (left == 0) {
            Files.createDirectories(file.getParent());
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        step();
        disk.write(file, bytes, mode);
    }

    @Override
    public OutputStream create(Path file, int mode) throws IOException {
        step();
        return new FilterOutputStream(disk.create(file, mode)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    out.write(bytes, offset, length / 2);
                }
                step();
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                step();
                super.close();
            }
        };
    }

    @Override
    public void append(Path file, long kept, byte[] bytes) throws IOException {
        if (left == 0) {
            disk.append(file, kept, Arrays.copyOf(bytes, bytes.length / 2));
        }
        step();
        disk.append(file, kept, bytes);
    }

    @Override
    public void setMode(Path file, int mode) throws IOException {
        step();
        disk.setMode(file, mode);
    }

    @Override
    public void carry(Path from, Path to) throws IOException {
        step();
        disk.carry(from, to);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        disk.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        disk.delete(path);
    }
}
