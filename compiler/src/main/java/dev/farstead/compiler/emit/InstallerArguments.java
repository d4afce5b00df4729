// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedImage;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.Catalogue;

/**
 * The {@code .arg} of the image build. Keys that have a default are written all the same: defaults differ between the Earthfile, its
 * template and its documentation. The proxy of a site never stands here: build and host are different machines.
 */
final class InstallerArguments {
    private static final Origin NEVER =
            new Origin.Default("not offered, and written out since the defaults differ between documents and code");

    private InstallerArguments() {}

    static OutputFile emit(ResolvedProfile profile, Catalogue catalogue) {
        ResolvedImage image = Values.needed(profile.image());
        Sourced<String> distribution = Values.needed(profile.osDistribution()).map(OsDistribution::text);
        Sourced<String> flavor =
                profile.flavor().map(value -> catalogue.flavor(value.text()).buildName());
        OutputMap values = OutputMap.builder(Origin.inferred(
                        "the arguments of the image build",
                        profile.name().origin(),
                        Installer.arch(profile).origin()))
                .put("CUSTOM_TAG", OutputText.of(image.customTag()))
                .put("IMAGE_REGISTRY", OutputText.of(image.registry()))
                .put("OS_DISTRIBUTION", OutputText.of(distribution))
                .put("IMAGE_REPO", OutputText.of(image.repository()))
                .put("OS_VERSION", OutputText.of(profile.osVersion()))
                .put("BASE_IMAGE", profile.baseImage().map(OutputText::of))
                .put("K8S_DISTRIBUTION", OutputText.of(flavor))
                .put(
                        "K8S_VERSION",
                        OutputText.of(Values.needed(profile.kubernetesVersion()).map(Object::toString)))
                .put("ISO_NAME", OutputText.of(image.isoName()))
                .put("ARCH", OutputText.of(Installer.arch(profile).map(arch -> arch.text())))
                .put(
                        "PE_VERSION",
                        OutputText.of(Values.needed(profile.agentVersion()).map(version -> "v" + version)))
                .put("FIPS_ENABLED", OutputBoolean.of(profile.fips()))
                .put("CIS_HARDENING", OutputBoolean.of(profile.imageHardening().map(level -> level == Hardening.CIS)))
                .put(
                        "CLUSTERCONFIG",
                        profile.content()
                                .flatMap(ResolvedContent::clusterDefinition)
                                .map(OutputText::of))
                .put("UPDATE_KERNEL", new OutputBoolean(false, NEVER))
                .put("IS_UKI", new OutputBoolean(false, NEVER))
                .put("TWO_NODE", new OutputBoolean(false, NEVER))
                .build();
        return new OutputFile(
                Paths.installer(profile) + ".arg",
                Delivery.BUILD,
                "CanvOS (Earthly and bash)",
                0644,
                new OutputContent.Arg(values));
    }
}
