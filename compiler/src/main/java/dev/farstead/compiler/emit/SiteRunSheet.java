// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.FlavorFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people how to install the hosts of a site, create its cluster, verify it, and undo. */
final class SiteRunSheet {
    private SiteRunSheet() {}

    static OutputFile emit(ResolvedSite site, Catalogue catalogue) {
        String name = site.name().value();
        String profile = site.profile().name().value();
        FlavorFacts flavor = catalogue.flavor(site.profile().flavor().value().text());
        Origin from =
                Origin.inferred("how to use the files of this site", site.name().origin());
        RunSheet sheet = new RunSheet(from).title(Prose.of("Run sheet of site ", name));
        site.description().ifPresent(text -> sheet.say(Prose.of(text.value()).from(text.origin())));
        Sourced<Endpoint> endpoint = Values.needed(site.endpoint());
        sheet.say(Prose.of("Profile ", profile, ", endpoint ", endpoint.value().host() + ":" + flavor.apiPort(), ".")
                .from(endpoint.origin(), site.profile().name().origin()));
        sheet.table(
                List.of(
                        Prose.of("host"),
                        Prose.of("identifier"),
                        Prose.of("role"),
                        Prose.of("class"),
                        Prose.of("addresses")),
                site.hosts().stream().map(SiteRunSheet::row).toList(),
                from);
        EndpointNeeds.of(site, flavor)
                .ifPresent(need -> sheet.section(Prose.of("Before").from(endpoint.origin()))
                        .notes(List.of(need)));
        sheet.section("Install")
                .say("For each host, write its ", "cidata", " folder to a volume with that name:")
                .shell(site.hosts().stream().map(SiteRunSheet::volume).toArray(Prose[]::new))
                .steps(install(site, profile));
        sheet.section("Create the cluster").steps(create(site, profile, catalogue));
        if (!isAirGapped(site)) {
            sheet.shell(request(site));
        }
        sheet.section("Verify")
                .shell(
                        "kubectl get nodes -o wide        # every host of the table, Ready",
                        "kubectl get pods --all-namespaces --field-selector=status.phase!=Running,status.phase!=Succeeded");
        if (site.profile().fips().value()) {
            Origin fips = site.profile().fips().origin();
            sheet.say(Prose.of("On each host, the kernel says that it is in FIPS mode by printing 1:")
                            .from(fips))
                    .shell(Prose.of("cat /proc/sys/crypto/fips_enabled").from(fips));
        }
        sheet.say(Prose.of(
                                "On a host, the first command prints the configuration that ",
                                "preview",
                                " shows for its role, and the second prints nothing" + onWorkers(site) + ":")
                        .from(Members.of(site), site.profile().flavor().origin()))
                .shell(
                        Prose.of("sudo cat " + flavor.configFile())
                                .from(site.profile().flavor().origin()),
                        Prose.of("sudo journalctl " + units(flavor) + " | grep -i 'unknown flag'")
                                .from(site.profile().flavor().origin()));
        sheet.section("Undo").say(undo(site));
        List<Prose> notes = notes(site);
        if (!notes.isEmpty()) {
            sheet.section("Notes").notes(notes);
        }
        return new OutputFile(
                Paths.of(site) + "run-sheet.md",
                Delivery.PEOPLE,
                "who installs the hosts",
                0644,
                new OutputContent.Markdown(sheet.blocks()));
    }

    /** K3s and RKE2 give every host the whole configuration, of which a worker takes a part. */
    private static String onWorkers(ResolvedSite site) {
        boolean byRole = site.profile().flavor().value() != Flavor.K3S
                && site.profile().flavor().value() != Flavor.RKE2;
        return byRole || site.hosts(HostRole.WORKER).isEmpty()
                ? ""
                : " on a control-plane host, and on a worker at most keys that servers alone have";
    }

    private static Prose undo(ResolvedSite site) {
        String first = isAirGapped(site)
                ? "Delete the cluster in the Local UI of the host that it was created on."
                : "Delete the cluster in the management plane, then each edge host: a host that is installed again under an "
                        + "identifier that still exists is not registered.";
        return Prose.of(first + " Installing again wipes the install disk of a host, never its data disks.")
                .from(site.profile().mode().origin());
    }

    private static boolean isAirGapped(ResolvedSite site) {
        return site.profile().mode().value() == ClusterMode.AIR_GAPPED;
    }

    private static Prose volume(ResolvedHost host) {
        return Prose.of(
                        "(umask 077; cd hosts/" + host.name().value()
                                + "/cidata && xorriso -as mkisofs -volid cidata -joliet -rock -output ../cidata.iso user-data meta-data)")
                .from(host.name().origin());
    }

    private static String units(FlavorFacts flavor) {
        return flavor.serverUnit().equals(flavor.workerUnit())
                ? "--unit " + flavor.serverUnit()
                : "--unit " + flavor.serverUnit() + " --unit " + flavor.workerUnit();
    }

    private static Prose[] create(ResolvedSite site, String profile, Catalogue catalogue) {
        if (isAirGapped(site)) {
            return LocalUi.steps(site);
        }
        if (site.registration()
                .method()
                .filter(method -> method.value() == RegistrationMethod.QR_CODE)
                .isPresent()) {
            return createdByApplication(site, profile, catalogue);
        }
        int count = site.hosts().size();
        String wait = count == 1
                ? "Wait until the host is listed as ready, under the identifier above."
                : "Wait until all " + count + " hosts are listed as ready, under the identifiers above.";
        List<Prose> steps = new ArrayList<>();
        steps.add(Prose.of(wait).from(Members.of(site), site.profile().mode().origin()));
        steps.add(Prose.of(
                        "In a copy of ",
                        "cluster.yaml",
                        " put the identifier of cluster profile ",
                        profile,
                        " where the file says so.")
                .from(site.profile().name().origin()));
        steps.add(packs(site, catalogue));
        steps.add(Prose.of("Hand the copy to the management plane, or enter what it says in its form:")
                .from(site.profile().mode().origin()));
        return steps.toArray(Prose[]::new);
    }

    /** The application that a code opens creates the cluster; a second request would create another one. */
    private static Prose[] createdByApplication(ResolvedSite site, String profile, Catalogue catalogue) {
        Origin from = Values.needed(site.registration().method()).origin();
        return new Prose[] {
            Prose.of(
                            "The application that the code opens creates the cluster. Enter there what ",
                            "cluster.yaml",
                            " says: the name of the cluster, its endpoint, its hosts, and cluster profile ",
                            profile,
                            ".")
                    .from(from, site.profile().name().origin()),
            packs(site, catalogue),
            Prose.of(
                            "If your application registers hosts and no more, put the identifier of the cluster profile into a copy of ",
                            "cluster.yaml",
                            " where the file says so, and hand the copy to the management plane:")
                    .from(from)
        };
    }

    /** One step, so that its number and those of the next ones depend on nothing. */
    private static Prose packs(ResolvedSite site, Catalogue catalogue) {
        boolean overrides = !PackValues.overrides(site, catalogue).isEmpty();
        String merged = overrides
                ? " What the file gives for a pack takes the place of all its values: put it over those of the profile, key by key, and "
                        + "write the result into the copy."
                : "";
        return Prose.of(rookPreset(site) + merged)
                .from(Members.of(site), site.profile().mode().origin())
                .from(site.profile().csi().stream().map(csi -> csi.name().origin()))
                .from(overrides ? Stream.of(PackValues.otherwise(site)) : Stream.empty());
    }

    /** The management plane takes JSON. */
    private static Prose[] request(ResolvedSite site) {
        Origin from = Origin.inferred(
                "how a cluster is created without the form",
                site.profile().mode().origin(),
                new Origin.Fact(
                        "address and headers of the request", "github.com/spectrocloud/CanvOS, test/test-two-node.sh"));
        return Stream.of(
                        "yq --output-format json cluster.yaml | curl --fail --data @- --header 'Content-Type: application/json' \\",
                        "  --header \"ApiKey: $PALETTE_API_KEY\" --header \"ProjectUid: $PROJECT_ID\" \\",
                        "  \"https://$PALETTE_ENDPOINT/v1/spectroclusters/edge-native\"")
                .map(line -> Prose.of(line).from(from))
                .toArray(Prose[]::new);
    }

    private static List<Prose> row(ResolvedHost host) {
        String addresses = Stream.concat(
                        host.interfaces().stream()
                                .map(nic -> nic.name() + " " + nic.address().value()),
                        host.dynamicInterfaces().stream().map(nic -> nic.name() + " by DHCP"))
                .sorted()
                .collect(Collectors.joining(", "));
        return List.of(
                Prose.of("", host.name().value()).from(host.name().origin()),
                Prose.of("", host.uid().value()).from(host.uid().origin()),
                Prose.of(Values.needed(host.role()).value().text())
                        .from(Values.needed(host.role()).origin()),
                Prose.of("", Values.needed(host.hostClass()).value().name())
                        .from(Values.needed(host.hostClass()).origin()),
                Prose.of("", addresses).from(RunSheet.addresses(host)));
    }

    private static Prose[] install(ResolvedSite site, String profile) {
        Sourced<AfterInstall> after =
                Values.needed(site.hosts().get(0).hostClass()).value().afterInstall();
        List<Prose> steps = new ArrayList<>();
        steps.add(Prose.of(
                        Machines.boot(site) + " from the installer of profile ",
                        profile,
                        ". It wipes the install disk." + Machines.prepare(site))
                .from(site.profile().name().origin())
                .from(RunSheet.platforms(site)));
        Prose wait = switch (after.value()) {
            case POWEROFF -> Prose.of("The host switches itself off. Remove the installer.");
            case REBOOT ->
                Prose.of(
                        "The host boots again by itself. Before it does, remove the installer, or it installs once more, "
                                + "and attach the host's ",
                        "cidata",
                        " volume.");
            case WAIT -> Prose.of("The screen says when it is done. Remove the installer and switch the host off.");
        };
        steps.add(wait.from(after.origin()));
        Prose start = after.value() == AfterInstall.REBOOT
                ? Prose.of("If it came up without the volume, switch it off, attach the volume and switch it on. "
                        + Registering.words(site))
                : Prose.of(
                        "Attach the host's ", "cidata", " volume and switch the host on. " + Registering.words(site));
        steps.add(start.from(after.origin(), site.profile().mode().origin())
                .from(site.registration().method().stream().map(Sourced::origin)));
        List<Origin> secrets = Registering.secrets(site).toList();
        steps.add(Prose.of(
                        secrets.isEmpty()
                                ? "Remove the volume. The host has copied what it needs to "
                                : "Remove the volume: it holds secrets. The host has copied what it needs to ",
                        "/oem",
                        ".")
                .from(secrets.stream()));
        return steps.toArray(Prose[]::new);
    }

    private static String rookPreset(ResolvedSite site) {
        boolean single = site.workloadHosts().size() == 1;
        return site.profile().csi().isPresent() && single != (site.profile().workloadHostCount() == 1)
                ? "For the storage pack choose the preset for " + (single ? "a single node" : "several nodes")
                        + ", which differs from the profile's."
                : "Leave the packs as the profile has them, but for the values that the file gives.";
    }

    private static List<Prose> notes(ResolvedSite site) {
        List<Prose> notes = new ArrayList<>();
        site.network()
                .proxy()
                .ifPresent(proxy -> notes.add(Prose.of(
                                "The proxy is set for the host and for Kubernetes. It does not reach workloads: label those that need it ",
                                "spectrocloud.com/connection: proxy",
                                ".")
                        .from(RunSheet.proxy(proxy))));
        if (site.hosts(HostRole.CONTROL_PLANE).size() == 1) {
            notes.add(Prose.of("One control-plane host: while it is down, the cluster is down.")
                    .from(Members.of(site, HostRole.CONTROL_PLANE)));
        }
        if (site.profile().cni().value() == CniName.NONE) {
            notes.add(RunSheet.ownNetwork(site));
        }
        if (site.profile().baseImage().isPresent()
                && !site.network().ntpServers().isEmpty()) {
            notes.add(Prose.of(
                            "The time servers are written for ",
                            "systemd-timesyncd",
                            ": hosts ask them only if the base image has that service.")
                    .from(Values.needed(site.profile().baseImage()).origin())
                    .from(site.network().ntpServers().stream().map(Sourced::origin)));
        }
        notes.add(Prose.of("Addresses and network interfaces of a node must not change once the cluster exists."));
        String chosen = isAirGapped(site)
                ? "The host whose Local UI creates the cluster starts it, and the agent chooses the cluster token. Folder "
                : "Which control-plane host starts the cluster is chosen by the management plane, and so is the cluster token. Folder ";
        notes.add(Prose.of(chosen, "preview", " shows what each role will get.")
                .from(site.profile().mode().origin()));
        return notes;
    }
}
