// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output, which knows why it took no more: a {@link java.io.PrintWriter} only knows that something failed. */
final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** Returns why not everything was written; a reader that has seen enough and closed its pipe is no failure. */
    Optional<String> failure() {
        if (failure == null) {
            return Optional.empty();
        }
        String reason = failure.getMessage() == null ? "output failed" : failure.getMessage();
        return reason.toLowerCase(Locale.ROOT).contains("pipe") ? Optional.empty() : Optional.of(reason);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }
}
