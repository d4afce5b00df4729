// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

/** A fetched source did not give the same text twice within a run: the caller's files changed meanwhile. */
public final class SourceChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;

    SourceChangedException(String source) {
        super(source + " changed while it was compiled");
        this.source = source;
    }

    /**
     * Returns which one.
     *
     * @return name of the source
     */
    public String source() {
        return source;
    }
}
