// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.Quantity;
import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.model.axis.DiskUse;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Hardware;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about kinds of machines. */
final class HostClassRules {
    private static final String MINIMUM = "Palette documentation, clusters/edge/hardware-requirements";
    private static final String INSTALL =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, install";
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000L);

    private HostClassRules() {}

    private record Machine(ResolvedHostClass machine, Hardware minimum) {
        String name() {
            return "host class `" + machine.name() + "`";
        }
    }

    /**
     * An amount of bytes and what is needed of it.
     *
     * @param owner the machine
     * @param what what it is an amount of, in words
     * @param amount the amount
     * @param gigabytes the least, in decimal gigabytes
     */
    private record Amount(Machine owner, String what, Sourced<Quantity> amount, int gigabytes) {
        boolean tooSmall() {
            return amount.value().bytes().compareTo(GIGABYTE.multiply(BigDecimal.valueOf(gigabytes))) < 0;
        }
    }

    /**
     * A disk to install on.
     *
     * @param owner the machine
     * @param disk the disk
     * @param before how many disks of this use stand before it
     */
    private record InstallDisk(Machine owner, ResolvedDisk disk, int before) {}

    private record Repeated(Machine owner, ResolvedDisk disk, Optional<ResolvedDisk> first) {}

    /** What the installer does to a machine, as the first class has it and as another does. */
    private record Installation(
            String what, Sourced<String> other, Sourced<String> first, String otherClass, String firstClass) {}

    static final Rule<ProfileContext, Machine> CORES = Rule.profile("HOST-010")
            .title("a host class has too few processor cores")
            .why(
                    "Below the documented minimum the agent, Kubernetes and the packs don't leave anything for workloads, or don't start.")
            .evidence(MINIMUM, "C-100")
            .good("profile: {spec: {hostClasses: {small-box: {cores: 2}}}}")
            .bad("profile: {spec: {hostClasses: {small-box: {cores: 1}}}}")
            .subjects(HostClassRules::machines)
            .broken(
                    owner -> owner.machine().cores().value() < owner.minimum().cores(),
                    (owner, finding) -> tooLittle(
                            finding,
                            owner,
                            owner.machine().cores(),
                            cores(owner.machine().cores().value()),
                            cores(owner.minimum().cores())));

    static final Rule<ProfileContext, Amount> MEMORY = Rule.profile("HOST-011")
            .title("a host class has too little memory")
            .why("Below the documented minimum pods are evicted or killed as soon as the packs of the profile run.")
            .evidence(MINIMUM, "C-100")
            .good("profile: {spec: {hostClasses: {small-box: {memory: 8G}}}}")
            .bad("profile: {spec: {hostClasses: {small-box: {memory: 7Gi}}}}")
            .subjects(context -> machines(context)
                    .flatMap(owner -> owner.machine().memory().stream()
                            .map(memory -> new Amount(
                                    owner, "memory", memory, owner.minimum().memoryGigabytes()))))
            .broken(Amount::tooSmall, HostClassRules::tooSmall);

    static final Rule<ProfileContext, Amount> INSTALL_SIZE = Rule.profile("HOST-012")
            .title("the disk that is installed on is too small")
            .why("""
                    The disk holds two systems for upgrades, their images and the images of all workloads. On a smaller one upgrades \
                    fail for want of room, months after the site has opened.""")
            .evidence(MINIMUM, "C-100")
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 100G, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 90Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context -> machines(context)
                    .flatMap(owner -> owner.machine().installDisk().stream()
                            .flatMap(disk -> disk.size().stream())
                            .map(size -> new Amount(
                                    owner,
                                    "room on its install disk",
                                    size,
                                    owner.minimum().storageGigabytes()))))
            .broken(Amount::tooSmall, HostClassRules::tooSmall);

    static final Rule<ProfileContext, InstallDisk> INSTALL_TYPE = Rule.profile("HOST-013")
            .warning()
            .title("the disk that is installed on is no solid-state disk")
            .why("""
                    etcd waits for the disk with every change of the cluster. On a rotating disk it loses its leader under load, and \
                    the API with it.""")
            .evidence(MINIMUM, "C-101")
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: hdd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context ->
                    machines(context).flatMap(HostClassRules::installDisks).filter(subject -> subject.before() == 0))
            .broken(
                    subject -> !subject.disk()
                            .type()
                            .value()
                            .text()
                            .equals(subject.owner().minimum().diskType()),
                    (subject, finding) -> {
                        String type = subject.disk().type().value().text();
                        Written.at(finding, subject.disk().type());
                        finding.message(subject.owner().name() + " is installed on a disk of type `" + type + "`")
                                .addValues("the main drive must be of type `"
                                        + subject.owner().minimum().diskType() + "`")
                                .effect("etcd loses its leader under load, and the API stands still")
                                .addFixes(Fix.advice("install on a solid-state disk"));
                    });

    static final Rule<ProfileContext, Machine> NO_INSTALL_DISK = Rule.profile("HOST-014")
            .title("a host class has no disk to install on")
            .why(
                    "The installer needs to know which disk it may wipe. It is never guessed: the wrong one could hold data.")
            .evidence(INSTALL, "C-188")
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: data}]}}}}")
            .subjects(HostClassRules::machines)
            .broken(
                    owner -> owner.machine().installDisk().isEmpty(),
                    (owner, finding) -> finding.atKey(owner.machine().place())
                            .message(owner.name() + " has no disk with `use: install`")
                            .effect("the installer asks a person, or fails")
                            .addFixes(Fix.advice("give the disk that may be wiped `use: install`")));

    static final Rule<ProfileContext, InstallDisk> SECOND_INSTALL_DISK = Rule.profile("HOST-015")
            .title("a host class has more than one disk to install on")
            .why(
                    "The installer takes one device. A second disk of this use would neither be installed on nor be given to anybody.")
            .evidence(INSTALL, "C-188")
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}, "
                            + "{device: /dev/sdc, size: 240Gi, type: ssd, use: install}]}}}}")
            .subjects(context -> machines(context).flatMap(HostClassRules::installDisks))
            .broken(subject -> subject.before() > 0, (subject, finding) -> {
                Written.at(finding, subject.disk().use());
                subject.owner()
                        .machine()
                        .installDisk()
                        .ifPresent(first -> Written.related(finding, first.use(), "the first one"));
                finding.message(subject.owner().name() + " has a second disk with `use: install`, `"
                                + subject.disk().device().value() + "`")
                        .effect("the disk would not be used")
                        .addFixes(Fix.advice("make it `use: data`, or take it out"));
            });

    static final Rule<ProfileContext, Repeated> DEVICE_TWICE = Rule.profile("HOST-016")
            .title("a host class has the same disk twice")
            .why("A device path names one disk. With two uses, what one needs is wiped by the other.")
            .evidence(INSTALL, "C-188")
            .inferred()
            .good(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sda, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context -> machines(context).flatMap(HostClassRules::devices))
            .broken(repeated -> repeated.first().isPresent(), (repeated, finding) -> {
                Written.at(finding, repeated.disk().device());
                repeated.first().ifPresent(first -> Written.related(finding, first.device(), "first given here"));
                finding.message(repeated.owner().name() + " has the disk `"
                                + repeated.disk().device().value() + "` twice")
                        .effect("one use of the disk wipes what the other needs")
                        .addFixes(Fix.advice("give each disk its own device path"));
            });

    static final Rule<ProfileContext, Installation> DIFFERENT_INSTALLATION = Rule.profile("HOST-017")
            .title("host classes of a profile need different installers")
            .why("""
                    One installer is built from a profile, and it wipes one device and ends in one way on every machine. What another \
                    class asks for would have no effect, or the wrong disk would be wiped.""")
            .evidence(INSTALL, "C-188")
            .inferred()
            .good(
                    "profile: {spec: {hostClasses: {other-box: {arch: amd64, cores: 4, memory: 16Gi, afterInstall: poweroff, "
                            + "disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad(
                    "profile: {spec: {hostClasses: {other-box: {arch: amd64, cores: 4, memory: 16Gi, afterInstall: reboot, "
                            + "disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                            + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context ->
                    installations(List.copyOf(context.profile().hostClasses().values())))
            .broken(subject -> !subject.other().value().equals(subject.first().value()), (subject, finding) -> {
                Written.at(finding, subject.other());
                Written.related(finding, subject.first(), "that of host class `" + subject.firstClass() + "`");
                finding.message("host class `" + subject.otherClass() + "` has another " + subject.what() + " than `"
                                + subject.firstClass() + "`, and one installer serves both")
                        .addValues("`" + subject.other().value() + "` and `"
                                + subject.first().value() + "`")
                        .effect("machines of one of the two classes are installed as the other asks")
                        .addFixes(Fix.advice("make the classes agree, or put one into a profile of its own"));
            });

    static final List<Rule<ProfileContext, ?>> ALL = List.of(
            CORES,
            MEMORY,
            INSTALL_SIZE,
            INSTALL_TYPE,
            NO_INSTALL_DISK,
            SECOND_INSTALL_DISK,
            DEVICE_TWICE,
            DIFFERENT_INSTALLATION);

    private static Stream<Machine> machines(ProfileContext context) {
        return context.profile().hostClasses().values().stream()
                .map(machine -> new Machine(machine, context.catalogue().hardware()));
    }

    private static Stream<InstallDisk> installDisks(Machine owner) {
        List<InstallDisk> found = new ArrayList<>();
        for (ResolvedDisk disk : owner.machine().disks()) {
            if (disk.use().value() == DiskUse.INSTALL) {
                found.add(new InstallDisk(owner, disk, found.size()));
            }
        }
        return found.stream();
    }

    private static Stream<Repeated> devices(Machine owner) {
        Map<String, ResolvedDisk> first = new HashMap<>();
        List<Repeated> all = new ArrayList<>();
        for (ResolvedDisk disk : owner.machine().disks()) {
            all.add(new Repeated(
                    owner,
                    disk,
                    Optional.ofNullable(first.putIfAbsent(disk.device().value(), disk))));
        }
        return all.stream();
    }

    private static Stream<Installation> installations(List<ResolvedHostClass> classes) {
        if (classes.isEmpty()) {
            return Stream.empty();
        }
        ResolvedHostClass first = classes.get(0);
        return classes.stream()
                .skip(1)
                .flatMap(other -> Stream.concat(
                        disks(first, other),
                        Stream.of(new Installation(
                                "way to end the installation",
                                other.afterInstall().map(value -> value.text()),
                                first.afterInstall().map(value -> value.text()),
                                other.name(),
                                first.name()))));
    }

    private static Stream<Installation> disks(ResolvedHostClass first, ResolvedHostClass other) {
        return first.installDisk().stream()
                .flatMap(disk -> other.installDisk().stream()
                        .map(otherDisk -> new Installation(
                                "install disk", otherDisk.device(), disk.device(), other.name(), first.name())));
    }

    private static void tooSmall(Amount amount, Finding.Builder finding) {
        tooLittle(
                finding,
                amount.owner(),
                amount.amount(),
                amount.amount().value() + " of " + amount.what(),
                amount.gigabytes() + "G, which is " + amount.gigabytes() + " · 10⁹ bytes");
    }

    private static void tooLittle(Finding.Builder finding, Machine owner, Sourced<?> value, String has, String needed) {
        Written.at(finding, value);
        finding.message(owner.name() + " has " + has + ", less than the minimum")
                .addValues("a host needs at least " + needed)
                .effect("the agent, Kubernetes and the packs don't run reliably, and the site is not supported")
                .addFixes(Fix.advice("plan a larger machine, or correct the value"));
    }

    private static String cores(int number) {
        return number + (number == 1 ? " core" : " cores");
    }
}
