// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Site;

/**
 * What a pass over all sites of a run does.
 *
 * @param <R> what work on a site gives
 * @param <X> what taking it may throw
 */
interface SitePass<R, X extends Exception> {
    /** Looks at a source before the results of its sites; by the thread that runs the pass. */
    default void source(int number, BoundSource source) {}

    /** Works on a site of a source; by any thread. */
    R work(int source, Located<Site> site);

    /** Takes the next result in input order; by the thread that runs the pass. */
    void take(R result) throws X;
}
