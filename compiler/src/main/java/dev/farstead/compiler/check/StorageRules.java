// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.spec.SiteSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about storage for workloads. */
final class StorageRules {
    private static final String ROOK = "Palette documentation, integrations/rook-ceph";

    private StorageRules() {}

    /**
     * A host that runs workloads, and so storage.
     *
     * @param host the host
     * @param hostClass its class
     * @param csi the storage pack
     */
    record StorageHost(ResolvedHost host, ResolvedHostClass hostClass, ResolvedPack csi) {
        static Stream<StorageHost> of(SiteContext context) {
            return context.profile().csi().stream()
                    .flatMap(csi -> context.site().workloadHosts().stream()
                            .flatMap(host ->
                                    host.hostClass().map(found -> new StorageHost(host, found.value(), csi)).stream()));
        }
    }

    /**
     * The storage of a site.
     *
     * @param site the site
     * @param csi the storage pack
     * @param hosts the number of hosts that run it
     */
    record Cluster(ResolvedSite site, ResolvedPack csi, long hosts) {
        static Stream<Cluster> of(SiteContext context) {
            long hosts = StorageHost.of(context).count();
            return context.profile().csi().map(csi -> new Cluster(context.site(), csi, hosts)).stream();
        }

        /** One host is enough where it is the only one: then there is nobody else to keep a copy. */
        boolean isSmall() {
            return hosts == 2 || (hosts == 1 && site.hosts().size() > 1);
        }
    }

    /**
     * A disk for workloads.
     *
     * @param disk the disk
     * @param csi the storage pack, if there is one
     */
    record DataDisk(ResolvedDisk disk, Optional<ResolvedPack> csi) {
        static Stream<DataDisk> of(ProfileContext context) {
            return context.profile().hostClasses().values().stream()
                    .flatMap(hostClass -> hostClass.dataDisks().stream())
                    .map(disk -> new DataDisk(disk, context.profile().csi()));
        }
    }

    static final Rule<SiteContext, StorageHost> DATA_DISK = Rule.site("STOR-001")
            .title("a host runs Rook Ceph and has no disk for data")
            .why("""
                    Rook Ceph builds its storage from whole, empty disks. On a host that has only the disk of the operating system \
                    it finds none, and volumes are never bound.""")
            .evidence(ROOK, "C-147")
            .good("{}")
            .bad("profile: {spec: {hostClasses: {small-box: {disks: "
                    + "[{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
            .subjects(StorageHost::of)
            .broken(storage -> storage.hostClass().dataDisks().isEmpty(), (storage, finding) -> {
                ResolvedHostClass hostClass = storage.hostClass();
                finding.atKey(hostClass.place())
                        .message("host class `" + hostClass.name() + "` has no disk for data, which Rook Ceph needs")
                        .effect("Rook Ceph finds no disk on these hosts, and volumes are never bound")
                        .addFixes(Fix.advice("add a second disk with `use: data` to the class, or take `storage` out"));
                storage.csi()
                        .name()
                        .origin()
                        .places()
                        .findFirst()
                        .ifPresent(place -> finding.addRelated(new Related(place.key(), "Rook Ceph is chosen here")));
            });

    static final Rule<ProfileContext, DataDisk> UNUSED_DISK = Rule.profile("STOR-002")
            .title("a disk is for data, and nothing uses it")
            .why("Without `storage.csi` no software takes disks for data, so the line would have no effect.")
            .evidence(ROOK, "C-147")
            .inferred()
            .good("{}")
            .bad("profile: {spec: {storage: null}}")
            .subjects(DataDisk::of)
            .broken(disk -> disk.csi().isEmpty(), (disk, finding) -> {
                disk.disk().use().origin().places().findFirst().ifPresent(finding::at);
                finding.message("the disk `" + disk.disk().device().value() + "` is for data, and nothing uses it")
                        .effect("the disk stays empty")
                        .addFixes(Fix.advice("add `storage: {csi: …}` to the profile, or take the disk out"));
            });

    static final Rule<ProfileContext, DataDisk> UNNAMED_DISK = Rule.profile("STOR-014")
            .title("a disk is for data, and nobody knows which one it is")
            .why("""
                    `auto` leaves it to the installer to find the disk that it installs on. For data nothing chooses a disk: with \
                    `auto` nobody knows which one is meant.""")
            .evidence(ROOK + "; clusters/edge/edge-configuration/installer-reference", "C-147", "C-188")
            .inferred()
            .good("{}")
            .bad("profile: {spec: {hostClasses: {small-box: {disks: "
                    + "[{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                    + "{device: auto, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(DataDisk::of)
            .broken(disk -> disk.disk().device().value().equals(InstallerRules.AUTO), (disk, finding) -> {
                Written.at(finding, disk.disk().device());
                Written.related(finding, disk.disk().use(), "the disk is for data");
                finding.message("a disk for data is `auto`, and nothing chooses one")
                        .effect("the storage may find no disk, or another one")
                        .addFixes(Fix.advice("name the disk by its path, such as `/dev/sdb`"));
            });

    static final Rule<SiteContext, Cluster> TOO_FEW = Rule.site("STOR-003")
            .warning()
            .title("too few hosts run Rook Ceph")
            .why("""
                    The pack has a preset for a site of one host and one for three hosts or more that run workloads. In between \
                    neither fits: three copies have no place, and monitors lose their quorum with one host. Control-plane hosts run \
                    no storage where there are workers.""")
            .evidence(ROOK + "; Rook documentation 1.14, CRDs/Cluster/ceph-cluster-crd, placement", "C-148")
            .good("{}")
            .bad("site: {spec: {hosts: ["
                    + "{name: w1, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 21}}}, "
                    + "{name: w2, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 22}}}]}}")
            .subjects(Cluster::of)
            .broken(Cluster::isSmall, (cluster, finding) -> {
                Written.atNearest(finding, cluster.site(), SiteSpec::hosts);
                cluster.csi()
                        .name()
                        .origin()
                        .places()
                        .findFirst()
                        .ifPresent(place -> finding.addRelated(new Related(place.key(), "Rook Ceph is chosen here")));
                boolean one = cluster.hosts() == 1;
                finding.message("Rook Ceph would run on " + (one ? "one host alone" : "two hosts") + " of site `"
                                + cluster.site().name().value() + "`")
                        .addValues(cluster.hosts() + " of "
                                + cluster.site().hosts().size() + " hosts " + (one ? "runs" : "run") + " workloads")
                        .effect(
                                one
                                        ? "copies have no second and third place, and volumes may never be bound"
                                        : "copies have no third place, and either host takes the storage down with it")
                        .addFixes(Fix.advice(
                                "give the site at least three workers, or none beside three control-plane hosts"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(UNUSED_DISK, UNNAMED_DISK);

    static final List<Rule<SiteContext, ?>> SITE = List.of(DATA_DISK, TOO_FEW);
}
