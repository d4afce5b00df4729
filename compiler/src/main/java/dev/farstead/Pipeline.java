// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.schemas.Catalogue;
import java.io.IOException;
import java.util.Optional;

/**
 * The passes over one input; used once and by one thread, which hands work on sites to others. No more than a few sites are in memory at a
 * time: all are read, resolved and checked, which leaves a few hundred bytes of each; where there is no error, all are read and resolved
 * again and emitted.
 */
final class Pipeline {
    private final Catalogue catalogue;
    private final Input input;
    private final BoundSources sources;
    private final SiteResolver resolver;

    Pipeline(Catalogue catalogue, Input input) {
        this.catalogue = catalogue;
        this.input = input;
        this.sources = new BoundSources(input);
        this.resolver = new SiteResolver(catalogue, input.namedSources());
    }

    Compilation check() {
        return new Compilation(judge().log().findings(), Optional.empty());
    }

    Compilation compile(OutputSink sink) throws IOException {
        Judgement judgement = judge();
        if (!judgement.log().hasErrors()) {
            Index index = new Index(catalogue, sources);
            new OutputAssembly(catalogue, input, judgement.profiles(), resolver, sink, index)
                    .assemble(sources, judgement.sites());
        }
        return new Compilation(judgement.log().findings(), Optional.empty());
    }

    private Judgement judge() {
        return new Judge(catalogue, input, sources, resolver).judge();
    }
}
