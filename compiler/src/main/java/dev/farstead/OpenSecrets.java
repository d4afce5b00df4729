// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedRegistry;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.SecretRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the secrets that a site names and the caller did not hand in. */
final class OpenSecrets {
    private final Input input;

    OpenSecrets(Input input) {
        this.input = input;
    }

    /** Returns the secrets of a site that are open, each once. */
    List<Sourced<SecretRef>> of(ResolvedSite site) {
        Set<String> names = new HashSet<>();
        return Stream.of(
                        site.registration().token().stream(),
                        site.clusterToken().stream(),
                        site.profile().content().flatMap(ResolvedContent::registry).stream()
                                .map(ResolvedRegistry::password),
                        site.users().stream().flatMap(user -> user.passwordHash().stream()))
                .flatMap(secrets -> secrets)
                .filter(secret -> names.add(secret.value().name().value()))
                .filter(secret -> input.secrets()
                        .find(site.name().value(), secret.value().name().value())
                        .isEmpty())
                .toList();
    }

    /** Says it, at the name of the secret. */
    Finding finding(Sourced<SecretRef> secret) {
        return finding(secret.value().name());
    }

    private Finding finding(Located<String> name) {
        return RunProblem.OPEN_SECRET
                .finding(input.requireSecrets() ? Severity.ERROR : Severity.WARNING)
                .at(name.place())
                .message("secret `" + name.value() + "` was not handed in")
                .effect("a text that its consumer refuses stands in its place, and the output set is not complete")
                .addFixes(Fix.advice("hand it in: on the command line `--secrets DIR` with a file of this name"))
                .build();
    }
}
