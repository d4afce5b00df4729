// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.model.finding.Fix;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about disks and their partitions. */
final class DiskRules {
    private static final String NAMES =
            "Linux v5.15 block/partitions/core.c; systemd v249 rules.d/60-persistent-storage.rules; Palette documentation, "
                    + "clusters/edge/edge-configuration/installer-reference";

    private static final Pattern PARTITION = Pattern.compile("/dev/([sv]d[a-z]+[0-9]+|(nvme[0-9]+n|mmcblk)[0-9]+p[0-9]+"
            + "|disk/by-[a-z]+/.+-part[0-9]+|disk/by-part(label|uuid)/.+)");
    private static final String LINKS = "/dev/disk/";
    private static final Pattern PART_OF_LINK = Pattern.compile("-part[0-9]+");
    private static final Pattern PART_AFTER_DIGIT = Pattern.compile("p[0-9]+");
    private static final Pattern PART_AFTER_LETTER = Pattern.compile("[0-9]+");

    private DiskRules() {}

    private record InstallDisk(ResolvedHostClass owner, ResolvedDisk disk) {}

    private record Pair(ResolvedHostClass owner, ResolvedDisk data, ResolvedDisk install) {
        static Stream<Pair> of(ResolvedHostClass owner) {
            return owner.installDisk().stream()
                    .flatMap(install -> owner.dataDisks().stream().map(data -> new Pair(owner, data, install)));
        }

        boolean isPart() {
            String disk = install.device().value();
            String part = data.device().value();
            return part.startsWith(disk)
                    && numbering(disk).matcher(part.substring(disk.length())).matches();
        }

        /** The kernel parts the number of a partition from the name of a disk that ends with a digit. */
        private static Pattern numbering(String disk) {
            if (disk.startsWith(LINKS)) {
                return PART_OF_LINK;
            }
            return Character.isDigit(disk.charAt(disk.length() - 1)) ? PART_AFTER_DIGIT : PART_AFTER_LETTER;
        }
    }

    static final Rule<ProfileContext, Pair> PART_OF_INSTALL_DISK = Rule.profile("IMG-036")
            .title("a disk for data is a partition of the disk that is installed on")
            .why("""
                    The installer writes a partition table of its own to the disk that it installs on. What stood on the partitions \
                    before is gone, and a partition of that number holds the operating system, or there is none.""")
            .evidence(NAMES, "C-147", "C-188")
            .inferred()
            .good("{}")
            .bad("profile: {spec: {hostClasses: {small-box: {disks: "
                    + "[{device: /dev/sda, size: 480Gi, type: ssd, use: install}, "
                    + "{device: /dev/sda1, size: 240Gi, type: ssd, use: data}]}}}}")
            .subjects(
                    context -> context.profile().hostClasses().values().stream().flatMap(Pair::of))
            .broken(Pair::isPart, (pair, finding) -> {
                Written.at(finding, pair.data().device());
                Written.related(finding, pair.install().device(), "the operating system is installed here");
                finding.message("`" + pair.data().device().value() + "` is a partition of `"
                                + pair.install().device().value() + "`, which host class `"
                                + pair.owner().name() + "` installs on")
                        .effect(
                                "the storage finds the operating system there or nothing, or the installer wipes the data")
                        .addFixes(Fix.advice("name another disk, as a whole"));
            });

    static final Rule<ProfileContext, InstallDisk> INSTALL_PARTITION = Rule.profile("IMG-037")
            .title("the disk that is installed on is a partition")
            .why("""
                    The installer writes a partition table and a boot loader to the device that it is given. The firmware looks for \
                    them on whole disks: within a partition it finds neither.""")
            .evidence(NAMES, "C-188")
            .inferred()
            .good("{}")
            .bad("profile: {spec: {hostClasses: {small-box: {disks: "
                    + "[{device: /dev/disk/by-id/nvme-a1-part1, size: 240Gi, type: ssd, use: install}, "
                    + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context -> context.profile().hostClasses().values().stream()
                    .flatMap(owner -> owner.installDisk().map(disk -> new InstallDisk(owner, disk)).stream()))
            .broken(
                    install ->
                            PARTITION.matcher(install.disk().device().value()).matches(),
                    (install, finding) -> {
                        Written.at(finding, install.disk().device());
                        finding.message("host class `" + install.owner().name() + "` installs on `"
                                        + install.disk().device().value() + "`, which is a partition")
                                .effect("the installation fails, or the host does not boot from it")
                                .addFixes(Fix.advice("name the whole disk, such as `/dev/sda`"));
                    });

    static final List<Rule<ProfileContext, ?>> ALL = List.of(PART_OF_INSTALL_DISK, INSTALL_PARTITION);
}
