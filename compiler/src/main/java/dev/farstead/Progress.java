// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

/** Is told how far a run came. Called from the thread that runs it; what it throws ends the run. */
@FunctionalInterface
public interface Progress {
    /** What a run does with each source, in this order. */
    enum Step {
        /** Reading and checking. */
        CHECK,
        /** Emitting and handing over. */
        EMIT
    }

    /**
     * Called after each source, and after each site of a source with more than a few sites.
     *
     * @param step what was done with it
     * @param done how many sources that was wholly done with, from 0
     * @param total how many sources there are
     */
    void at(Step step, int done, int total);

    /**
     * Returns what listens to nothing.
     *
     * @return no progress
     */
    static Progress none() {
        return (step, done, total) -> {};
    }
}
