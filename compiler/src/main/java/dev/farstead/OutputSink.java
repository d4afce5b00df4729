// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.io.IOException;

/**
 * Takes the output set of a run as it is made: the folder of each profile, then that of each site, in input order; parts of {@code
 * index.json} come in between and after the last one. All calls come from the thread that runs the compiler. What has been taken when a
 * call throws, or when the run ends otherwise, is no output set: only a run that returns has handed over a whole one.
 */
public interface OutputSink {
    /**
     * Takes the folder of a profile or a site.
     *
     * @param unit the folder
     * @throws IOException if it can't be taken; this ends the run
     */
    void unit(OutputUnit unit) throws IOException;

    /**
     * Takes the next part of {@code index.json}.
     *
     * @param part whole lines
     * @throws IOException if it can't be taken; this ends the run
     */
    void index(IndexPart part) throws IOException;
}
