// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.output.Delivery;
import java.util.ArrayList;
import java.util.List;

/** Tells people how to build the images of a profile, create its cluster profile, verify both, and undo. */
final class ProfileRunSheet {
    private ProfileRunSheet() {}

    static OutputFile emit(ResolvedProfile profile) {
        String name = profile.name().value();
        String uri = Values.needed(profile.image().uri()).value();
        String release = "v" + profile.agentVersion().value();
        String arch = Installer.arch(profile).value().text();
        String iso = profile.image().isoName().value() + ".iso";
        Origin from = Origin.inferred(
                "how to use the files of this profile", profile.name().origin());
        RunSheet sheet = new RunSheet(from)
                .title("Run sheet of profile ", name)
                .say(
                        "The hosts run ",
                        uri,
                        ", which is built once and holds Kubernetes. One installer serves all sites.");
        sheet.section("Build")
                .say("On an " + arch
                        + " Linux machine with Docker, at least 4 cores, 8 GB of memory and 150 GB of disk:")
                .steps(
                        Prose.of("Check out CanvOS at tag ", release, "; another tag builds another agent."),
                        Prose.of(
                                "Copy ",
                                ".arg",
                                " and ",
                                "user-data",
                                " from ",
                                "installer/" + arch,
                                " into its folder."),
                        Prose.of("Build the installer and the provider image, then push the image:"))
                .shell(
                        "./earthly.sh +validate-user-data",
                        "./earthly.sh +build-all-images --ARCH=" + arch,
                        "docker push " + uri)
                .say(
                        "The installer is ",
                        "build/" + iso,
                        ". If the build has to use a proxy, add it to the copy of ",
                        ".arg",
                        "; it does not reach the hosts.");
        sheet.section("Create the cluster profile")
                .say(
                        "File ",
                        "cluster-profile/profile.yaml",
                        " lists layers, packs and versions. For each pack, take the values that "
                                + "its registry shows and put those of its values file over them, key by key.")
                .notes(notes(profile));
        sheet.section("Verify")
                .shell("docker image inspect " + uri + " --format '{{.Id}}'", "sha256sum build/" + iso)
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

    private static List<Prose> notes(ResolvedProfile profile) {
        List<Prose> notes = new ArrayList<>();
        if (profile.kubernetesHardening().value() == Hardening.CIS) {
            notes.add(Prose.of(
                    "Pod Security is set to audit and warn, not to enforce: the namespaces of all packs would have to be "
                            + "known first. To enforce it, list them as exempt in ",
                    "/var/lib/rancher/k3s/server/psa.yaml",
                    " of the Kubernetes pack."));
            notes.add(Prose.of(
                    "Anonymous requests to the API stay allowed, as the pack has it. The benchmark wants them off: set ",
                    "anonymous-auth=false",
                    " under ",
                    "kube-apiserver-arg",
                    " of ",
                    "spec.kubernetes.config",
                    " once you know that nothing of yours probes the API without credentials."));
            notes.add(Prose.of(
                    "The network policies of the CIS guide for K3s are not part of the packs. Create them once the cluster "
                            + "runs."));
        }
        profile.csi()
                .ifPresent(csi -> notes.add(Prose.of(
                        "For pack ",
                        csi.name().value(),
                        profile.hostCount() == 1
                                ? " choose the preset for a single node."
                                : " choose the preset for several nodes, and for a site with one host the preset for a single node.",
                        "",
                        " The data disk must be empty: the storage refuses a disk that holds a file system.")));
        notes.add(Prose.of(
                "Name and version of each pack must exist in a registry of your tenant; the catalogue can't see it."));
        return notes;
    }
}
