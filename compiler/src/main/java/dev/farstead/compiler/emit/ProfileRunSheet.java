// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedImage;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Architecture;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells people how to build the images of a profile, create its cluster profile, verify both, and undo. */
final class ProfileRunSheet {
    private ProfileRunSheet() {}

    static OutputFile emit(ResolvedProfile profile, Catalogue catalogue) {
        String name = profile.name().value();
        ResolvedImage image = Values.needed(profile.image());
        String uri = Values.needed(image.uri()).value();
        String release = "v" + Values.needed(profile.agentVersion()).value();
        String arch = Installer.arch(profile).value().text();
        String iso = image.isoName().value() + ".iso";
        Origin named = Values.needed(image.uri()).origin();
        Origin machine = Installer.arch(profile).origin();
        Origin from = Origin.inferred(
                "how to use the files of this profile", profile.name().origin());
        RunSheet sheet = new RunSheet(from)
                .title(Prose.of("Run sheet of profile ", name))
                .say(Prose.of(
                                "The hosts run ",
                                uri,
                                ", which is built once and holds Kubernetes. One installer serves all sites.")
                        .from(named));
        Optional<InstallerContent> content = InstallerContent.of(profile);
        sheet.section(content.isPresent() ? "Build the provider image" : "Build")
                .say(Prose.of("On an " + arch
                                + " Linux machine with Docker, at least 4 cores, 8 GB of memory and 150 GB of disk:")
                        .from(machine))
                .steps(buildSteps(profile, release, arch, content.isPresent()))
                .shell(build(Installer.arch(profile), Values.needed(image.uri()), content.isPresent()));
        if (content.isEmpty()) {
            sheet.say(installer(image, iso));
        }
        sheet.section("Create the cluster profile")
                .say(
                        "File ",
                        "cluster-profile/profile.yaml",
                        " lists layers, packs and versions. For each pack, take the values that "
                                + "its registry shows and put those of its values file over them, key by key.")
                .notes(notes(profile, catalogue));
        profile.content()
                .flatMap(ResolvedContent::registry)
                .ifPresent(registry -> InstallerContent.registry(sheet, profile, registry));
        content.ifPresent(made -> {
            made.write(sheet);
            sheet.say(installer(image, iso));
        });
        sheet.section("Verify")
                .shell(
                        Prose.of("docker image inspect " + uri + " --format '{{.Id}}'")
                                .from(named),
                        Prose.of("sha256sum build/" + iso).from(image.isoName().origin()))
                .say(
                        "The management plane shows the profile without errors, and the image of its operating system layer is the one above.");
        sheet.section("Undo")
                .say(
                        "Nothing on a host changes before a cluster uses the profile. Delete the profile in the management plane, and the "
                                + "image in the registry. To change a profile that clusters use, create a new version of it: a new image "
                                + "rebuilds their nodes one by one.");
        return new OutputFile(
                Paths.of(profile) + "run-sheet.md",
                Delivery.PEOPLE,
                "who builds the images",
                0644,
                new OutputContent.Markdown(sheet.blocks()));
    }

    private static Prose installer(ResolvedImage image, String iso) {
        return Prose.of(
                        "The installer is ",
                        "build/" + iso,
                        ". If the build has to use a proxy, add it to the copy of ",
                        ".arg",
                        "; it does not reach the hosts.")
                .from(image.isoName().origin());
    }

    /** The check of the user-data is a program for amd64. */
    private static Prose[] build(Sourced<Architecture> arch, Sourced<String> uri, boolean imageAlone) {
        Stream<String> check =
                arch.value() == Architecture.AMD64 ? Stream.of("./earthly.sh +validate-user-data") : Stream.empty();
        String target = imageAlone ? "+build-provider-images" : "+build-all-images";
        Stream<Prose> build = Stream.concat(
                        check,
                        Stream.of("./earthly.sh " + target + " --ARCH="
                                + arch.value().text()))
                .map(line -> Prose.of(line).from(arch.origin()));
        return Stream.concat(
                        build, Stream.of(Prose.of("docker push " + uri.value()).from(uri.origin())))
                .toArray(Prose[]::new);
    }

    private static Prose[] buildSteps(ResolvedProfile profile, String release, String arch, boolean imageAlone) {
        List<Prose> steps = new ArrayList<>();
        profile.baseImage()
                .ifPresent(base -> steps.add(Prose.of(
                                "Make sure that the build can pull the base image ",
                                base.value(),
                                profile.fips().value()
                                        ? ", built in FIPS mode from the folder of its operating system in CanvOS."
                                        : ".")
                        .from(base.origin(), profile.fips().origin())));
        steps.add(Prose.of("Check out CanvOS at tag ", release, "; another tag builds another agent.")
                .from(Values.needed(profile.agentVersion()).origin()));
        steps.add(Prose.of("Copy ", ".arg", " and ", "user-data", " from ", "installer/" + arch, " into its folder.")
                .from(Installer.arch(profile).origin()));
        steps.add(Prose.of(
                imageAlone
                        ? "Build the provider image, and push it:"
                        : "Build the installer and the provider image, then push the image:"));
        return steps.toArray(Prose[]::new);
    }

    private static List<Prose> hardening(ResolvedProfile profile, Catalogue catalogue) {
        List<Prose> notes = new ArrayList<>();
        profile.cluster()
                .config()
                .admissionFile()
                .ifPresent(file -> notes.add(Prose.of(
                        "Pod Security is set to audit and warn, not to enforce: the namespaces of all packs would have to be "
                                + "known first. To enforce it, list them as exempt in ",
                        file.value(),
                        " of the Kubernetes pack.")));
        boolean kubeadm = profile.flavor().value().isKubeadm();
        notes.add(Prose.of(
                "Anonymous requests to the API stay allowed, as the pack has it. The benchmark wants them off: set ",
                kubeadm ? "anonymous-auth: \"false\"" : "anonymous-auth=false",
                " under ",
                kubeadm ? "clusterConfiguration.apiServer.extraArgs" : "kube-apiserver-arg",
                " of ",
                "spec.kubernetes.config",
                " once you know that nothing of yours probes the API without credentials."));
        notes.add(Prose.of("The network policies of the CIS guide for "
                + catalogue.flavor(profile.flavor().value().text()).title()
                + " are not part of the packs. Create them once the cluster runs."));
        return notes.stream()
                .map(note -> note.from(
                        profile.kubernetesHardening().origin(), profile.flavor().origin()))
                .toList();
    }

    private static List<Prose> notes(ResolvedProfile profile, Catalogue catalogue) {
        List<Prose> notes = new ArrayList<>();
        if (profile.kubernetesHardening().value() == Hardening.CIS) {
            notes.addAll(hardening(profile, catalogue));
        }
        if (profile.fips().value()) {
            notes.add(Prose.of(
                            "Take every pack from a registry of FIPS packs where it has the pack: the agent does not tell them apart.")
                    .from(profile.fips().origin()));
        }
        KubernetesPack.signIn(profile.cluster().config())
                .filter(issuer -> profile.mode().value() == ClusterMode.CONNECTED)
                .ifPresent(issuer -> notes.add(Prose.of(
                                "Users sign in at ",
                                issuer.value(),
                                ". For the kubeconfig files that the management plane hands out, add a section ",
                                "clientConfig",
                                " at the root of the values of the Kubernetes pack, with ",
                                "oidc-issuer-url",
                                ", ",
                                "oidc-client-id",
                                ", ",
                                "oidc-client-secret",
                                " and ",
                                "oidc-extra-scope",
                                ". Then bind the users to roles.")
                        .from(issuer.origin(), profile.mode().origin())));
        profile.content()
                .flatMap(ResolvedContent::registryPack)
                .ifPresent(pack -> notes.add(Prose.of(
                                "Pack ",
                                pack.name().value(),
                                " has no values file: set its storage and its password where you create the profile.")
                        .from(pack.name().origin())));
        if (profile.cni().value() == CniName.NONE) {
            notes.add(Prose.of(
                            "Pack ",
                            Values.needed(profile.cniPack()).name().value(),
                            " brings no network. Add a pack with yours to the profile, or install it once the cluster runs: "
                                    + "until then no node is Ready.")
                    .from(profile.cni().origin()));
        }
        profile.csi().ifPresent(csi -> notes.addAll(storage(profile, csi)));
        notes.add(Prose.of(
                "Name and version of each pack must exist in a registry of your tenant; the catalogue can't see it."));
        return notes;
    }

    private static List<Prose> storage(ResolvedProfile profile, ResolvedPack csi) {
        List<Prose> notes = new ArrayList<>();
        notes.add(Prose.of(
                        "For pack ",
                        csi.name().value(),
                        profile.workloadHostCount() == 1
                                ? " choose the preset for a single node."
                                : " choose the preset for several nodes, and for a site where one host runs workloads the preset for a single node.",
                        "",
                        " The data disk must be empty: the storage refuses a disk that holds a file system.")
                .from(csi.name().origin(), PackValues.hosts(profile).origin()));
        profile.hostClasses()
                .values()
                .forEach(machine -> machine.dataDisks()
                        .forEach(disk -> notes.add(Prose.of(
                                        "Hosts of class ",
                                        machine.name(),
                                        " keep the data on ",
                                        disk.device().value(),
                                        ": where the values of the pack name another disk, name this one.")
                                .from(disk.device().origin(), csi.name().origin()))));
        return notes;
    }
}
