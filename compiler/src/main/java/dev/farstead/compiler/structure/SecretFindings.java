// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.Set;

/** What is said about secrets that stand in a specification themselves. It never repeats them. */
final class SecretFindings {
    /** Name of the definition of what names a secret. */
    static final String REFERENCE = "secretRef";

    /** The definitions in whose place a secret may stand by mistake. */
    private static final Set<String> SECRETS = Set.of(REFERENCE, "secretName");

    private SecretFindings() {}

    static boolean isSecret(String definition) {
        return SECRETS.contains(definition);
    }

    static Finding open(Node node) {
        return StructureRule.OPEN_SECRET
                .finding(Words.called(node) + " is written in the open")
                .at(node.place())
                .hidden(true)
                .label("this may be a secret")
                .effect("everybody who reads the specification reads the secret")
                .addFixes(Fix.advice(
                        "write `{secretRef: NAME}`, hand the secret in under that name, and replace it if others "
                                + "have seen it"))
                .build();
    }
}
