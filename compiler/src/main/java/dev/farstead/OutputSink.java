// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Finding;
import java.util.List;

/**
 * Takes the output set of a run as it is made: the folder of each profile, then that of each site, in input order; parts of {@code
 * index.json} come in between and after the last one. All calls come from the thread that runs the compiler. What has been taken when a
 * call throws, or when the run ends otherwise, is no output set: only a run that returns has handed over a whole one.
 *
 * @param <X> what taking may throw; it ends the run
 */
public interface OutputSink<X extends Exception> {
    /**
     * Called first, and only where there is no error.
     *
     * @param findings all findings of the run, as its result will have them
     * @throws X if nothing can be taken
     */
    default void begin(List<Finding> findings) throws X {}

    /**
     * Takes the folder of a profile or a site.
     *
     * @param unit the folder
     * @throws X if it can't be taken
     */
    void unit(OutputUnit unit) throws X;

    /**
     * Takes the next part of {@code index.json}.
     *
     * @param part whole lines
     * @throws X if it can't be taken
     */
    void index(IndexPart part) throws X;
}
