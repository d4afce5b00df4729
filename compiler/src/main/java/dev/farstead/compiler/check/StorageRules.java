// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.finding.Fix;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the container storage and the disks that it gets. */
final class StorageRules {
    private static final String ROOK = "Palette documentation, integrations/rook-ceph";

    private StorageRules() {}

    /** A host that runs storage and its class. */
    private record StorageHost(ResolvedHost host, ResolvedHostClass machine) {}

    private static final Rule<SiteContext, StorageHost> DATA_DISK = Rule.site("STOR-001")
            .title("a host that runs the storage has no disk to give to it")
            .why("""
                    Rook Ceph stores data on whole, empty disks beside the one that the operating system is installed on. A host \
                    without one adds nothing, and with too few such hosts no volume is ever bound.""")
            .evidence(ROOK, "C-147")
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: ["
                            + "{device: /dev/sda, size: 240Gi, type: ssd, use: install}, {device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
            .subjects(context -> context.profile().csi().isPresent() ? storageHosts(context.site()) : Stream.empty())
            .broken(host -> host.machine().dataDisks().isEmpty(), (host, finding) -> {
                finding.atKey(host.machine().place())
                        .message("host class `" + host.machine().name() + "` has no disk for the storage")
                        .label("hosts of this class run the storage")
                        .effect("volumes wait for a disk and are never bound")
                        .addFixes(Fix.advice("add a second disk with `use: data`, or leave `spec.storage` out"));
            });

    private static final Rule<ProfileContext, ResolvedDisk> DISK_WITHOUT_STORAGE = Rule.profile("STOR-002")
            .title("a disk is given to a storage that the profile does not have")
            .why(
                    "A disk with `use: data` is for the container storage alone. Without one, nothing ever touches the disk.")
            .evidence(ROOK, "C-147")
            .inferred()
            .good("profile: {spec: {storage: null, hostClasses: {small-box: {disks: "
                    + "[{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
            .bad("profile: {spec: {storage: null}}")
            .subjects(context -> context.profile().csi().isPresent()
                    ? Stream.empty()
                    : context.profile().hostClasses().values().stream().flatMap(machine -> machine.disks().stream()))
            .broken(disk -> disk.use().value() == dev.farstead.model.axis.DiskUse.DATA, (disk, finding) -> {
                Written.at(finding, disk.use());
                finding.message("disk `" + disk.device().value() + "` is for the storage, and the profile has none")
                        .effect("the disk is never used")
                        .addFixes(Fix.advice("add `spec.storage.csi`, or take the disk out"));
            });

    private static final Rule<SiteContext, ResolvedSite> TWO_STORAGE_HOSTS = Rule.site("STOR-003")
            .title("a cluster with storage has two hosts")
            .why("""
                    Rook Ceph has a preset for one node and one for three or more: its monitors need a majority, which two can't form \
                    once one of them is down, and data is kept three times.""")
            .evidence(ROOK, "C-148")
            .good("site: {spec: {network: {lan: 10.20.4.0/24}}}")
            .bad("site: {spec: {hosts: [{name: c, absent: true}]}}")
            .subjects(context -> context.profile().csi().isPresent() ? Stream.of(context.site()) : Stream.empty())
            .broken(site -> site.hosts().size() == 2, (site, finding) -> {
                finding.at(site.name().origin().places().findFirst().orElseThrow())
                        .message("site `" + site.name().value() + "` has storage and two hosts")
                        .addValues("hosts: "
                                + String.join(
                                        ", ",
                                        site.hosts().stream()
                                                .map(host -> host.name().value())
                                                .toList()))
                        .effect("when one of them is down, no volume can be written")
                        .addFixes(Fix.advice("use one host, or three or more"));
                Written.related(finding, site.profile().csi().orElseThrow().version(), "the storage is chosen here");
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(DISK_WITHOUT_STORAGE);
    static final List<Rule<SiteContext, ?>> SITE = List.of(DATA_DISK, TWO_STORAGE_HOSTS);

    /** Workloads run on workers, or on the control plane where a site has none. */
    private static Stream<StorageHost> storageHosts(ResolvedSite site) {
        List<ResolvedHost> workers = site.hosts(HostRole.WORKER);
        List<ResolvedHost> hosts = workers.isEmpty() ? site.hosts() : workers;
        return hosts.stream()
                .flatMap(host -> host.hostClass().stream().map(machine -> new StorageHost(host, machine.value())));
    }
}
