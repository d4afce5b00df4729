// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

/** A fetched source or a secret was not the same twice within a run: the caller's files changed meanwhile. */
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
     * @return name of the source; for a secret words that name its reference, such as {@code secret `token` of site `store-0412`}
     */
    public String source() {
        return source;
    }
}
