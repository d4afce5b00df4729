// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import java.util.Optional;

/**
 * The versions of a pack that share their first two numbers.
 *
 * @param line such as {@code 3.27}
 * @param oldest the oldest minor that the packed software is tested with; empty when that is not known
 * @param newest the newest one; empty when that is not known or not bounded
 * @param podNetwork where its values hold the network of the pods; empty for a pack that sets none
 * @param source the document
 */
public record PackLine(
        String line,
        Optional<KubernetesMinor> oldest,
        Optional<KubernetesMinor> newest,
        Optional<PodNetworkKey> podNetwork,
        String source) {
    static PackLine read(JsonRecord fact) {
        return new PackLine(
                fact.text("line"),
                fact.optionalParsed("oldest", KubernetesMinor::parse),
                fact.optionalParsed("newest", KubernetesMinor::parse),
                fact.optionalObject("podNetwork").map(PodNetworkKey::read),
                fact.source());
    }

    /**
     * Tells whether a minor lies outside of what the packed software is tested with.
     *
     * @param minor the minor release of Kubernetes
     * @return true when it does; false also when nothing is known
     */
    public boolean excludes(KubernetesMinor minor) {
        return oldest.filter(first -> minor.compareTo(first) < 0).isPresent()
                || newest.filter(last -> minor.compareTo(last) > 0).isPresent();
    }

    boolean holds(String version) {
        return version.equals(line) || version.startsWith(line + ".");
    }
}
