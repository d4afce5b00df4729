// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.model.finding.Finding;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * The passes over one input; used once and by one thread, which hands work on sites to others. No more than a few sites are in memory at a
 * time: all are read, resolved and checked, which leaves a few hundred bytes of each; where there is no error, all are read and resolved
 * again and emitted.
 */
final class Pipeline {
    private final Catalogue catalogue;
    private final AskedSecrets secrets;
    private final Input input;
    private final BoundSources sources;
    private final SiteResolver resolver;

    Pipeline(Catalogue catalogue, Input input, BoundSources sources) {
        this.catalogue = catalogue;
        this.secrets = new AskedSecrets(input.secrets());
        this.input = ImmutableInput.copyOf(input).withSecrets(secrets);
        this.sources = sources;
        this.resolver = new SiteResolver(catalogue, new AskedSources(input.namedSources()));
    }

    Compilation check() {
        return new Compilation(judge().log().findings(), Optional.empty());
    }

    <X extends Exception> Compilation compile(OutputSink<X> sink) throws X {
        Judgement judgement = judge();
        List<Finding> findings = judgement.log().findings();
        if (!judgement.log().hasErrors()) {
            Index index = new Index(catalogue, sources);
            sink.begin(findings);
            new OutputAssembly<>(catalogue, input, judgement.profiles(), resolver, sink, index)
                    .assemble(sources, judgement.sites());
        }
        return new Compilation(findings, Optional.empty());
    }

    private Judgement judge() {
        return new Judge(catalogue, input, secrets, sources, resolver).judge();
    }
}
