// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A process that writes {@link Fleet#NEW}, tells each step before it does it, and dwells on it so that a kill finds it there. */
final class KilledWriter {
    private KilledWriter() {}

    /**
     * Writes the set.
     *
     * @param args the folder, and how long to dwell on a step in microseconds
     */
    public static void main(String[] args) throws OutputException {
        long dwell = Long.parseLong(args[1]) * 1000;
        // Not buffered: what was told before the kill must have been told.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        SteppedDisk disk = new SteppedDisk((name, grows) -> {
            tell(out, name);
            LockSupport.parkNanos(dwell);
        });
        Sets.write(new OutputFolder(Path.of(args[0]), disk), Fleet.NEW);
    }

    private static void tell(OutputStream out, String name) throws IOException {
        out.write((name + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
