// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Site;
import java.util.List;
import java.util.Optional;

/**
 * Runs a pass over the sites of a run: the threads of the caller's executor bind and work, and the thread that runs the pass takes the
 * results in input order.
 *
 * @param <R> what work on a site gives
 * @param <X> what taking it may throw
 */
final class EachSite<R, X extends Exception> {
    /** A source with more sites than these is shared between threads. */
    private static final int FEW = 8;

    private final BoundSources sources;
    private final Input input;
    private final SitePass<R, X> pass;

    EachSite(BoundSources sources, Input input, SitePass<R, X> pass) {
        this.sources = sources;
        this.input = input;
        this.pass = pass;
    }

    /** A bound source, with results where its sites are few. */
    private record Bound<R>(int number, BoundSource source, Optional<List<R>> results) {}

    void run(Progress.Step step) throws X {
        try (OrderedWork<Bound<R>, X> binding = new OrderedWork<>(input.executor(), bound -> {
            take(bound, step);
            input.progress().at(step, bound.number() + 1, sources.size());
        })) {
            for (int i = 0; i < sources.size(); i++) {
                int number = i;
                binding.give(() -> bind(number, step));
            }
            binding.finish();
        }
    }

    private Bound<R> bind(int number, Progress.Step step) {
        BoundSource source = step == Progress.Step.CHECK ? sources.get(number) : sources.again(number);
        List<Located<Site>> sites = source.sites();
        return new Bound<>(
                number,
                source,
                sites.size() <= FEW
                        ? Optional.of(sites.stream()
                                .map(site -> pass.work(number, site))
                                .toList())
                        : Optional.empty());
    }

    private void take(Bound<R> bound, Progress.Step step) throws X {
        pass.source(bound.number(), bound.source());
        if (bound.results().isPresent()) {
            for (R result : bound.results().get()) {
                pass.take(result);
            }
            return;
        }
        try (OrderedWork<R, X> work = new OrderedWork<>(input.executor(), result -> {
            pass.take(result);
            input.progress().at(step, bound.number(), sources.size());
        })) {
            for (Located<Site> site : bound.source().sites()) {
                work.give(() -> pass.work(bound.number(), site));
            }
            work.finish();
        }
    }
}
