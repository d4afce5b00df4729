// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.KubernetesSpec;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.PublishedRelease;
import java.util.List;
import java.util.Optional;

/** Finds the Kubernetes release of hosts without the agent: they download what the distribution has published. */
final class PublishedVersion {
    private final Catalogue catalogue;

    PublishedVersion(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<Sourced<KubernetesVersion>> resolve(KubernetesSpec spec, Collected collected) {
        Located<String> written = spec.version();
        String flavor = spec.flavor().value().text();
        if (catalogue.lifecycle().releases(flavor).isEmpty()) {
            // A flavor that only the agent brings: the axes say so.
            return Optional.empty();
        }
        Optional<KubernetesMinor> minor = KubernetesMinor.parse(written.value());
        Optional<Sourced<KubernetesVersion>> found = minor.isPresent()
                ? catalogue.lifecycle().newest(flavor, minor.get()).map(release -> newest(release, minor.get(), spec))
                : KubernetesVersion.parse(written.value())
                        .filter(version ->
                                catalogue.lifecycle().release(flavor, version).isPresent())
                        .map(version -> new Sourced<>(version, new Origin.Written(written.place())));
        if (found.isEmpty()) {
            collected.add(notPublished(written, flavor));
        }
        return found;
    }

    private static Sourced<KubernetesVersion> newest(
            PublishedRelease release, KubernetesMinor minor, KubernetesSpec spec) {
        return new Sourced<>(
                release.version(),
                Origin.inferred(
                        "the newest release of " + minor,
                        new Origin.Written(spec.version().place()),
                        new Origin.Written(spec.flavor().place())));
    }

    private Finding notPublished(Located<String> written, String flavor) {
        List<String> published = catalogue.lifecycle().releases(flavor).stream()
                .filter(release -> !release.withdrawn())
                .map(release -> release.version().toString())
                .filter(version -> sameMinor(version, written.value()))
                .distinct()
                .toList();
        return Problem.RELEASE_NOT_PUBLISHED
                .at(written.place())
                .message("there is no release `" + written.value() + "` of " + flavor)
                .effect("the hosts can't download it, and no cluster comes up")
                .addValues("published releases: " + String.join(", ", published))
                .addFixes(Fix.advice("choose one of them, or a minor release for the newest"))
                .build();
    }

    private static boolean sameMinor(String version, String written) {
        return version.substring(0, version.lastIndexOf('.')).equals(written.substring(0, written.lastIndexOf('.')));
    }
}
