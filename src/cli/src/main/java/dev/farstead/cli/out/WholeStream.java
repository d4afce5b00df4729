// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A buffered stream that knows whether everything that was written into it reached the disk. */
final class WholeStream extends FilterOutputStream {
    private boolean open = true;
    private boolean sound = true;

    WholeStream(OutputStream out) {
        super(new BufferedOutputStream(out, 1 << 16));
    }

    /** Tells whether it was closed and nothing failed. */
    boolean isWhole() {
        return !open && sound;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        boolean before = sound;
        sound = false;
        out.write(bytes, offset, length);
        sound = before;
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            boolean before = sound;
            sound = false;
            super.close();
            sound = before;
        }
    }
}
