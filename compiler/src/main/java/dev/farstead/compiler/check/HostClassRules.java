// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.Quantity;
import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Hardware;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Rules about kinds of machines. */
final class HostClassRules {
    private static final String MINIMUM = "Palette documentation, clusters/edge/hardware-requirements";
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

    private record InstallDisk(Machine owner, ResolvedDisk disk) {}

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
            .subjects(context -> machines(context)
                    .flatMap(owner -> owner.machine().installDisk().stream().map(disk -> new InstallDisk(owner, disk))))
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

    static final List<Rule<ProfileContext, ?>> ALL = List.of(CORES, MEMORY, INSTALL_SIZE, INSTALL_TYPE);

    private static Stream<Machine> machines(ProfileContext context) {
        return context.profile().hostClasses().values().stream()
                .map(machine -> new Machine(machine, context.catalogue().hardware()));
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
