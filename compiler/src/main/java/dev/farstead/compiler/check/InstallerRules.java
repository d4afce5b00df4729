// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.DiskUse;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the installer: one serves all host classes of a profile. */
final class InstallerRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference";

    /** Asks the installer to choose. */
    static final String AUTO = "auto";

    private InstallerRules() {}

    /** A host class, and the first one of the profile, whose word the installer takes. */
    private record Classes(ResolvedHostClass first, ResolvedHostClass other) {
        boolean differInDevice() {
            return first.installDisk().isPresent()
                    && other.installDisk().isPresent()
                    && !device(first).equals(device(other));
        }

        boolean differAfterwards() {
            return first.afterInstall().value() != other.afterInstall().value();
        }

        static String device(ResolvedHostClass machine) {
            return machine.installDisk().orElseThrow().device().value();
        }
    }

    /** A disk and the class that has it. */
    private record OwnedDisk(ResolvedHostClass owner, ResolvedDisk disk) {
        boolean isSecondOfItsDevice() {
            return owner.disks().stream()
                    .takeWhile(other -> !other.place().equals(disk.place()))
                    .anyMatch(
                            other -> other.device().value().equals(disk.device().value()));
        }
    }

    /** A disk that the installer is to find by itself. */
    private record Largest(ResolvedHostClass owner, ResolvedDisk disk) {
        List<ResolvedDisk> asLarge() {
            return owner.disks().stream()
                    .filter(other -> !other.place().equals(disk.place()))
                    .filter(other -> isAsLarge(other, disk))
                    .toList();
        }

        private static boolean isAsLarge(ResolvedDisk one, ResolvedDisk other) {
            return one.size()
                    .flatMap(size -> other.size()
                            .filter(least ->
                                    size.value().bytes().compareTo(least.value().bytes()) >= 0))
                    .isPresent();
        }
    }

    private static final Rule<ProfileContext, ResolvedHostClass> ONE_INSTALL_DISK = Rule.profile("IMG-020")
            .title("a host class has not exactly one disk to install on")
            .why("The installer writes the operating system to one disk, and wipes it.")
            .evidence(REFERENCE, "C-188")
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: ["
                            + "{device: /dev/sda, size: 240Gi, type: ssd, use: install}, {device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: ["
                            + "{device: /dev/sda, size: 240Gi, type: ssd, use: data}, {device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context -> classes(context.profile()))
            .broken(
                    machine -> installDisks(machine) != 1,
                    (machine, finding) -> finding.atKey(machine.place())
                            .message("host class `" + machine.name() + "` has " + installDisks(machine)
                                    + " disks to install on")
                            .effect("the installer would have to guess which disk it wipes")
                            .addFixes(Fix.advice("give exactly one disk `use: install`")));

    private static final Rule<ProfileContext, Classes> SAME_DEVICE = Rule.profile("IMG-021")
            .title("two host classes install on different devices")
            .why("""
                    One installer is built for all hosts of a profile, and its user-data names one device. On a host of another \
                    class it would find no such disk, or wipe the wrong one.""")
            .evidence(REFERENCE, "C-188")
            .inferred()
            .good(twoClasses("/dev/sda", "wait"))
            .bad(twoClasses("/dev/nvme0n1", "wait"))
            .subjects(context -> pairs(context.profile()))
            .broken(
                    Classes::differInDevice,
                    (classes, finding) -> finding.at(classes.other()
                                    .installDisk()
                                    .orElseThrow()
                                    .device()
                                    .origin()
                                    .places()
                                    .findFirst()
                                    .orElseThrow())
                            .message("host class `" + classes.other().name() + "` installs on `"
                                    + Classes.device(classes.other()) + "`, and `"
                                    + classes.first().name() + "` on `" + Classes.device(classes.first()) + "`")
                            .label("one installer serves both classes")
                            .addRelated(new Related(
                                    classes.first()
                                            .installDisk()
                                            .orElseThrow()
                                            .place()
                                            .value(),
                                    "the other class is set here"))
                            .effect("on one of the two classes the installer finds no disk, or wipes the wrong one")
                            .addFixes(Fix.advice("give both classes the same device, or each a profile of its own")));

    private static final Rule<ProfileContext, Classes> SAME_ENDING = Rule.profile("IMG-022")
            .title("two host classes differ in what they do after installation")
            .why("One installer is built for all hosts of a profile, and it does one thing when it is done.")
            .evidence(REFERENCE, "C-187")
            .inferred()
            .good(twoClasses("/dev/sda", "wait"))
            .bad(twoClasses("/dev/sda", "poweroff"))
            .subjects(context -> pairs(context.profile()))
            .broken(
                    Classes::differAfterwards,
                    (classes, finding) -> finding.at(classes.other()
                                    .afterInstall()
                                    .origin()
                                    .places()
                                    .findFirst()
                                    .orElse(classes.other().place()))
                            .message("host class `" + classes.other().name() + "` says `"
                                    + classes.other().afterInstall().value().text() + "` after installation, and `"
                                    + classes.first().name() + "` says `"
                                    + classes.first().afterInstall().value().text() + "`")
                            .label("one installer serves both classes")
                            .addRelated(new Related(classes.first().place().key(), "the other class is written here"))
                            .effect("one of the two would have no effect")
                            .addFixes(Fix.advice("give both classes the same `afterInstall`")));

    private static final Rule<ProfileContext, OwnedDisk> DEVICE_TWICE = Rule.profile("IMG-023")
            .title("a host class names one device twice")
            .why("A disk is either installed on or given to the storage. As both, one of the two destroys the other.")
            .evidence(REFERENCE, "C-147")
            .inferred()
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: ["
                            + "{device: /dev/sda, size: 240Gi, type: ssd, use: install}, {device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: ["
                            + "{device: /dev/sda, size: 240Gi, type: ssd, use: install}, {device: /dev/sda, size: 480Gi, type: ssd, use: data}]}}}}")
            // What is left to the installer names no device.
            .subjects(context -> disks(context.profile())
                    .filter(owned -> !owned.disk().device().value().equals(AUTO)))
            .broken(OwnedDisk::isSecondOfItsDevice, (owned, finding) -> {
                Written.at(finding, owned.disk().device());
                finding.message("host class `" + owned.owner().name() + "` names device `"
                                + owned.disk().device().value() + "` twice")
                        .effect("the storage finds the disk of the operating system, or the installer wipes the data")
                        .addFixes(Fix.advice("name each disk once"));
            });

    private static final Rule<ProfileContext, Largest> LARGEST_DISK = Rule.profile("IMG-024")
            .title("the installer would choose another disk than the one it is meant for")
            .why("""
                    With `auto` the installer takes the largest disk that it finds. Where another disk of the machine is as large or \
                    larger, it is that one that is wiped.""")
            .evidence(REFERENCE, "C-188")
            .inferred()
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: auto, size: 480Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 240Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: auto, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context -> classes(context.profile())
                    .flatMap(machine -> machine.installDisk().stream()
                            .filter(disk -> disk.device().value().equals(AUTO))
                            .map(disk -> new Largest(machine, disk))))
            .broken(largest -> !largest.asLarge().isEmpty(), (largest, finding) -> {
                Written.at(finding, largest.disk().device());
                ResolvedDisk other = largest.asLarge().get(0);
                other.size().ifPresent(size -> Written.related(finding, size, "this disk is as large or larger"));
                finding.message("with `auto` the installer takes the largest disk of host class `"
                                + largest.owner().name() + "`, which is not this one")
                        .addValues("`" + other.device().value() + "` has "
                                + other.size()
                                        .map(size -> size.value().toString())
                                        .orElse("more"))
                        .effect("the installer wipes the other disk, and the storage finds none")
                        .addFixes(Fix.advice("name the disk by its path, such as `/dev/sda`"));
            });

    static final List<Rule<ProfileContext, ?>> ALL =
            List.of(ONE_INSTALL_DISK, SAME_DEVICE, SAME_ENDING, DEVICE_TWICE, LARGEST_DISK);

    private static Stream<ResolvedHostClass> classes(ResolvedProfile profile) {
        return profile.hostClasses().values().stream();
    }

    private static Stream<OwnedDisk> disks(ResolvedProfile profile) {
        return classes(profile).flatMap(machine -> machine.disks().stream().map(disk -> new OwnedDisk(machine, disk)));
    }

    private static Stream<Classes> pairs(ResolvedProfile profile) {
        List<ResolvedHostClass> all = List.copyOf(profile.hostClasses().values());
        return all.stream().skip(1).map(other -> new Classes(all.get(0), other));
    }

    private static long installDisks(ResolvedHostClass machine) {
        return machine.disks().stream()
                .filter(disk -> disk.use().value() == DiskUse.INSTALL)
                .count();
    }

    private static String twoClasses(String device, String after) {
        return "profile: {spec: {hostClasses: {small-box: {afterInstall: wait}, big-box: {arch: amd64, cores: 8, memory: 32Gi, "
                + "afterInstall: " + after + ", disks: [{device: " + device
                + ", size: 240Gi, type: ssd, use: install}, {device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}";
    }
}
