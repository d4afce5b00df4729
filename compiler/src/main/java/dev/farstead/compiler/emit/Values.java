// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.SecretRef;
import java.util.List;
import java.util.Optional;

/** Turns resolved values into output nodes. */
final class Values {
    private Values() {}

    /** Returns a value that a site without errors has. */
    static <T> T needed(Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("emitted although a needed value is missing"));
    }

    /** Returns a secret of a site, which may have another text for another site. */
    static OutputSecret secret(ResolvedSite site, Sourced<SecretRef> ref) {
        return new OutputSecret(
                site.name().value(),
                ref.value().name().value(),
                Origin.inferred(
                        "a secret of this site", ref.origin(), site.name().origin()));
    }

    /** Returns texts joined by a separator; the origin names them all. */
    static OutputText joined(String reason, String separator, List<Sourced<String>> texts) {
        String joined =
                String.join(separator, texts.stream().map(Sourced::value).toList());
        return new OutputText(
                joined,
                new Origin.Inferred(reason, texts.stream().map(Sourced::origin).toList()));
    }
}
