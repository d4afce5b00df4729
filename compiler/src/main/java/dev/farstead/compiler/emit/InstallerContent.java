// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedRegistry;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.EdgeCli;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says in a run-sheet how the content of an installer is made: a cluster definition and a content bundle. Both are made from the cluster
 * profile, which names the provider image, so that the installer comes last.
 */
final class InstallerContent {
    private static final Origin.Fact COMMAND = new Origin.Fact(
            "how a cluster definition and a content bundle are made",
            "Palette documentation, clusters/edge/local-ui/cluster-management/export-cluster-definition; "
                    + "clusters/edge/edgeforge-workflow/palette-canvos/build-content-bundle");

    private final ResolvedProfile profile;
    private final Optional<Sourced<String>> definition;
    private final Optional<Sourced<String>> bundle;

    private InstallerContent(
            ResolvedProfile profile, Optional<Sourced<String>> definition, Optional<Sourced<String>> bundle) {
        this.profile = profile;
        this.definition = definition;
        this.bundle = bundle;
    }

    /** Returns the content of a profile's installer; empty where it has none. */
    static Optional<InstallerContent> of(ResolvedProfile profile) {
        Optional<Sourced<String>> definition = profile.content().flatMap(ResolvedContent::clusterDefinition);
        Optional<Sourced<String>> bundle = profile.content().flatMap(ResolvedContent::bundle);
        return definition.isPresent() || bundle.isPresent()
                ? Optional.of(new InstallerContent(profile, definition, bundle))
                : Optional.empty();
    }

    void write(RunSheet sheet) {
        EdgeCli cli = Values.needed(profile.agent()).edgeCli();
        sheet.section("Build the installer")
                .say(Prose.of("Once the cluster profile is there, make its content with the Palette Edge CLI, "
                                + cli.releases() + ":")
                        .from(from())
                        .from(
                                Values.needed(profile.agentVersion()).origin(),
                                new Origin.Fact("bundles that this agent reads", cli.source())))
                .shell(command().map(line -> Prose.of(line).from(from())).toArray(Prose[]::new))
                .steps(steps())
                .shell(Prose.of("./earthly.sh +iso --ARCH="
                                + Installer.arch(profile).value().text())
                        .from(Installer.arch(profile).origin()));
    }

    private Stream<String> command() {
        List<String> lines = new ArrayList<>(List.of(
                "palette-edge build --api-key \"$PALETTE_API_KEY\" --palette-endpoint \"$PALETTE_ENDPOINT\" \\",
                "  --project-id \"$PROJECT_ID\""));
        definition.ifPresent(file -> lines.add("  --cluster-definition-name " + withoutEnding(file.value())
                + " --cluster-definition-profile-ids \"$PROFILE_ID\""));
        bundle.ifPresent(folder -> lines.add("  --cluster-profile-ids \"$PROFILE_ID\" --outfile " + folder.value()
                + (profile.mode().value() == ClusterMode.AIR_GAPPED ? " --include-palette-content" : "")));
        for (int i = 1; i < lines.size() - 1; i++) {
            lines.set(i, lines.get(i) + " \\");
        }
        return lines.stream();
    }

    private static String withoutEnding(String file) {
        return file.endsWith(".tgz") ? file.substring(0, file.length() - ".tgz".length()) : file;
    }

    private Prose[] steps() {
        List<Prose> steps = new ArrayList<>();
        definition.ifPresent(file -> steps.add(Prose.of(
                        "Put the cluster definition into the folder of CanvOS as ",
                        file.value(),
                        ": the build skips it without a word when it is missing.")
                .from(file.origin())));
        bundle.ifPresent(folder -> steps.add(Prose.of(
                        "Put the content bundle there as ",
                        folder.value() + "/*.zst",
                        "; it holds the images of every pack and the provider image.")
                .from(folder.origin())));
        steps.add(Prose.of("Build the installer:"));
        return steps.toArray(Prose[]::new);
    }

    private Stream<Origin> from() {
        return Stream.of(
                        definition.stream().map(Sourced::origin),
                        bundle.stream().map(Sourced::origin),
                        Stream.of(profile.mode().origin(), COMMAND))
                .flatMap(origins -> origins);
    }

    /** Says how a registry outside of the cluster gets its images: hosts with one ask no other. */
    static void registry(RunSheet sheet, ResolvedProfile profile, ResolvedRegistry registry) {
        Sourced<String> uri = Values.needed(Values.needed(profile.image()).uri());
        String prefixed = registry.domain().value() + '/' + uri.value();
        Origin from = Origin.inferred(
                "hosts pull every image from this registry",
                registry.domain().origin(),
                uri.origin(),
                new Origin.Fact(
                        "the whole name of an image, its registry included, is put behind the registry",
                        "Palette documentation, clusters/edge/site-deployment/deploy-custom-registries/deploy-external-registry"));
        sheet.section("Fill the registry")
                .say(Prose.of(
                                "Hosts pull every image from ",
                                registry.domain().value(),
                                ", under the whole name that the image has elsewhere. Upload the images of all packs with the Palette Edge "
                                        + "CLI, and the provider image so:")
                        .from(from))
                .shell(
                        Prose.of("docker tag " + uri.value() + " " + prefixed).from(from),
                        Prose.of("docker push " + prefixed).from(from));
    }
}
