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
 * @param architectures the architectures that its page is tagged with, as specifications write them; empty when it has no page
 * @param fipsPage whether its page is tagged for FIPS mode
 * @param needsLayers the layers without which it does not work
 * @param releases the versions that documents name, oldest first; a registry may hold more
 * @param lines the known lines of versions, oldest first
 * @param settings what a network pack is always given
 * @param host what it needs on the host
 * @param source the upstream repository, tag and path, or the document
 */
public record Pack(
        String name,
        PackLayer layer,
        boolean kubernetesVersioned,
        List<String> architectures,
        boolean fipsPage,
        List<PackLayer> needsLayers,
        List<PackVersion> releases,
        List<PackLine> lines,
        List<NetworkSetting> settings,
        HostNeeds host,
        String source) {
    /** Copies the lists. */
    public Pack {
        architectures = List.copyOf(architectures);
        needsLayers = List.copyOf(needsLayers);
        releases = List.copyOf(releases);
        lines = List.copyOf(lines);
        settings = List.copyOf(settings);
    }

    static Pack read(JsonRecord fact) {
        return new Pack(
                fact.text("name"),
                fact.parse(fact.text("layer"), Constants.of(PackLayer.class)),
                fact.flag("kubernetesVersioned"),
                fact.texts("architectures"),
                fact.flag("fips"),
                fact.parsed("needsLayers", Constants.of(PackLayer.class)),
                fact.objects("versions", PackVersion::read),
                fact.objects("lines", PackLine::read),
                fact.objects("settings", NetworkSetting::read),
                HostNeeds.take(fact),
                fact.source());
    }

    /**
     * Returns the versions that documents name.
     *
     * @return the versions, oldest first; empty for a pack whose versions are those of Kubernetes
     */
    public List<String> versions() {
        return releases.stream().map(PackVersion::version).toList();
    }

    /**
     * Tells whether a version is meant for FIPS mode.
     *
     * @param version such as {@code 3.27.0}
     * @return true when the page of the pack is tagged so, or a document lists the version among the packs for FIPS mode
     */
    public boolean fips(String version) {
        return fipsPage
                || releases.stream()
                        .anyMatch(release -> release.fips() && release.version().equals(version));
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
