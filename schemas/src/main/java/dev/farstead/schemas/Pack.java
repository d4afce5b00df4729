// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * A pack of a cluster profile.
 *
 * @param name the name, such as {@code cni-calico}
 * @param layer the layer that it fills
 * @param kubernetesVersioned whether its versions are those of Kubernetes
 * @param versions the versions that documents name; a registry may hold more
 * @param lines the known lines of versions, oldest first
 * @param host what it needs on the host
 * @param source the upstream repository, tag and path, or the document
 */
public record Pack(
        String name,
        PackLayer layer,
        boolean kubernetesVersioned,
        List<String> versions,
        List<PackLine> lines,
        HostNeeds host,
        String source) {
    /** Copies the lists. */
    public Pack {
        versions = List.copyOf(versions);
        lines = List.copyOf(lines);
    }

    static Pack read(JsonRecord fact) {
        return new Pack(
                fact.text("name"),
                fact.parse(fact.text("layer"), Constants.of(PackLayer.class)),
                fact.flag("kubernetesVersioned"),
                fact.texts("versions"),
                fact.objects("lines", PackLine::read),
                HostNeeds.take(fact),
                fact.source());
    }

    /**
     * Finds the line of a version.
     *
     * @param version such as {@code 3.27.0}
     * @return the line, or empty for a version of a line that the catalogue does not know
     */
    public Optional<PackLine> line(String version) {
        return lines.stream().filter(line -> line.holds(version)).findFirst();
    }
}
