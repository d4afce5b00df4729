// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people how to set up the hosts of a site without the agent, verify their cluster, and undo. */
final class PlainRunSheet {
    private final ResolvedSite site;
    private final PlainHost first;

    private PlainRunSheet(ResolvedSite site, Catalogue catalogue) {
        this.site = site;
        this.first = new PlainHost(site, PlainHost.first(site), catalogue);
    }

    static OutputFile emit(ResolvedSite site, Catalogue catalogue) {
        RunSheet sheet = new PlainRunSheet(site, catalogue).sheet();
        return new OutputFile(
                Paths.of(site) + "run-sheet.md",
                Delivery.PEOPLE,
                "who installs the hosts",
                0644,
                new OutputContent.Markdown(sheet.blocks()));
    }

    private RunSheet sheet() {
        Origin from =
                Origin.inferred("how to use the files of this site", site.name().origin());
        RunSheet sheet = new RunSheet(from)
                .title(Prose.of("Run sheet of site ", site.name().value()));
        site.description().ifPresent(text -> sheet.say(Prose.of(text.value()).from(text.origin())));
        site.profile()
                .description()
                .ifPresent(text -> sheet.say(Prose.of(text.value()).from(text.origin())));
        sheet.say(Prose.of(
                        "Profile ",
                        site.profile().name().value(),
                        ", hosts without the agent. " + first.facts().title() + " ",
                        NodeCommands.release(first).tag(),
                        ", endpoint ",
                        endpoint() + ":" + first.facts().apiPort(),
                        ".")
                .from(
                        site.profile().name().origin(),
                        site.profile().flavor().origin(),
                        version(),
                        Values.needed(site.endpoint()).origin()));
        sheet.table(
                Stream.of("host", "node name", "role", "class", "install disk", "addresses")
                        .map(Prose::of)
                        .toList(),
                site.hosts().stream().map(PlainRunSheet::row).toList(),
                from);
        sheet.section("Before").notes(before());
        sheet.section("Set up")
                .say("For each host, write its ", "nocloud", " folder to a volume named ", "cidata", ":")
                .shell(site.hosts().stream().map(PlainRunSheet::volume).toArray(Prose[]::new))
                .steps(steps());
        new PlainClusterCare(first).add(sheet);
        return sheet;
    }

    private Origin version() {
        return Values.needed(site.profile().kubernetesVersion()).origin();
    }

    private String endpoint() {
        return Values.needed(site.endpoint()).value().host();
    }

    private static List<Prose> row(ResolvedHost host) {
        String addresses = Stream.concat(
                        host.interfaces().stream()
                                .map(nic -> nic.name() + " " + nic.address().value()),
                        host.dynamicInterfaces().stream().map(nic -> nic.name() + " by DHCP"))
                .sorted()
                .collect(Collectors.joining(", "));
        Optional<Sourced<String>> disk =
                Values.needed(host.hostClass()).value().installDisk().map(ResolvedDisk::device);
        return List.of(
                Prose.of("", host.name().value()).from(host.name().origin()),
                Prose.of("", host.uid().value()).from(host.uid().origin()),
                Prose.of(Values.needed(host.role()).value().text())
                        .from(Values.needed(host.role()).origin()),
                Prose.of("", Values.needed(host.hostClass()).value().name())
                        .from(Values.needed(host.hostClass()).origin()),
                Prose.of("", disk.map(Sourced::value).orElse(""))
                        .from(disk.stream().map(Sourced::origin)),
                Prose.of("", addresses).from(RunSheet.addresses(host)));
    }

    private List<Prose> before() {
        List<Prose> needs = new ArrayList<>();
        EndpointNeeds.of(site, first.facts()).ifPresent(needs::add);
        needs.add(Prose.of(
                        "Each host downloads and runs, as root, the script ",
                        NodeCommands.script(first.flavor()),
                        ". It downloads release ",
                        NodeCommands.release(first).tag(),
                        " from ",
                        "github.com",
                        " and checks its digest; images come from ",
                        "docker.io",
                        ". Who must pin the script too keeps a copy and changes the address in ",
                        "user-data",
                        ".")
                .from(site.profile().flavor().origin(), version()));
        return needs;
    }

    private static Prose volume(ResolvedHost host) {
        return Prose.of("(umask 077; cd hosts/" + host.name().value()
                        + "/nocloud && xorriso -as mkisofs -volid cidata -joliet -rock -output ../cidata.iso user-data"
                        + " meta-data network-config)")
                .from(host.name().origin());
    }

    private Prose[] steps() {
        String name = first.host().name().value();
        List<Prose> steps = new ArrayList<>();
        steps.add(Prose.of(
                        "Give each host the server cloud image of Ubuntu ",
                        site.profile().osVersion().value(),
                        " on its install disk (not the minimal image, which has no curl). " + "This erases the disk. "
                                + PlainMachines.words(site))
                .from(site.profile().osVersion().origin())
                .from(RunSheet.platforms(site)));
        steps.add(Prose.of(
                        "Attach to ",
                        name,
                        " its ",
                        "cidata",
                        " volume, and switch it on. It is first in the list of the site, so it starts the cluster.")
                .from(first.host().name().origin(), Members.of(site, HostRole.CONTROL_PLANE)));
        steps.add(Prose.of(
                "Wait until ", "cloud-init status --wait", " on it prints ", "done", " and the API answers (below)."));
        if (site.hosts().size() > 1) {
            steps.add(Prose.of("Switch on the other hosts, each with its own volume: control-plane hosts first, then"
                            + " workers. They try to join until they succeed.")
                    .from(Members.of(site)));
        }
        steps.add(Prose.of(
                "Remove the volumes and delete the ",
                "cidata.iso",
                " files: they hold the cluster token. Each host keeps a copy that only root reads."));
        return steps.toArray(Prose[]::new);
    }
}
