// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ImageSpec;
import dev.farstead.schemas.FlavorFacts;

/**
 * The reference of the provider image. The image build puts it together from its arguments in the same way
 * (github.com/spectrocloud/CanvOS, Earthfile, IMAGE_PATH), so it is computed once and written wherever it is named.
 */
final class ImageUri {
    private ImageUri() {}

    static Sourced<String> of(
            ImageSpec image,
            Located<Flavor> flavor,
            FlavorFacts facts,
            Sourced<KubernetesVersion> version,
            Located<String> agentVersion) {
        String uri = image.registry().value() + "/" + image.repository().value() + ":"
                + facts.buildName() + "-" + version.value() + "-v" + agentVersion.value() + "-"
                + image.customTag().value();
        Origin origin = Origin.inferred(
                "registry, repository and the parts of the tag",
                new Origin.Written(image.registry().place()),
                new Origin.Written(image.repository().place()),
                new Origin.Written(flavor.place()),
                version.origin(),
                new Origin.Written(agentVersion.place()),
                new Origin.Written(image.customTag().place()));
        return new Sourced<>(uri, origin);
    }
}
