// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.Quantity;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the memory that the kubelet keeps from pods. */
final class ReservedMemoryRules {
    private static final String CM =
            "github.com/kubernetes/kubernetes v1.26.15, v1.27.16, v1.28.13, v1.29.9 pkg/kubelet/cm/";
    private static final String MEMORY = "memory";

    /** Takes hard thresholds out of what is kept; nobody should need it, so the sum without them is not made. */
    private static final String IGNORED = "experimental-allocatable-ignore-eviction";

    private static final String EVICTED = "memory.available";

    /** What a kubelet leaves free that is told nothing; K3s and RKE2 tell it of disks alone. */
    private static final Quantity UPSTREAM = Quantity.parse("100Mi").orElseThrow();

    private static final Pattern BLOCK = Pattern.compile("(?<![A-Za-z.-])memory=([^,;]+)");

    private ReservedMemoryRules() {}

    /**
     * What is kept from pods altogether.
     *
     * @param settings the settings that keep it
     * @param bytes the sum
     */
    record Reserved(List<Setting> settings, BigDecimal bytes) {
        /** Returns the sum; empty where a part of it depends on the host, or is none. */
        static Optional<Reserved> of(SiteContext context) {
            List<Setting> holding = context.settings().holding();
            List<Setting> hard = ofKubelet(holding, "eviction-hard").toList();
            List<Setting> parts = Stream.concat(
                            Stream.of("kube-reserved", "system-reserved")
                                    .flatMap(argument -> ofKubelet(holding, argument))
                                    .filter(setting -> setting.signal().equals(MEMORY)),
                            hard.stream().filter(setting -> setting.signal().equals(EVICTED) && !setting.isSkipped()))
                    .toList();
            boolean kubeadm = context.catalogue()
                    .configKeys(context.profile().flavor().value().text())
                    .isEmpty();
            List<Optional<Quantity>> amounts = new ArrayList<>(
                    parts.stream().map(part -> Quantity.parse(part.amount())).toList());
            if (kubeadm && hard.isEmpty()) {
                amounts.add(Optional.of(UPSTREAM));
            }
            boolean thresholdsCount = ofKubelet(holding, IGNORED).allMatch(setting -> !GoValues.isTrue(setting.text()));
            return thresholdsCount ? sum(amounts).map(sum -> new Reserved(parts, sum)) : Optional.empty();
        }
    }

    /**
     * What is kept on each part of a host, beside what is kept altogether.
     *
     * @param first the setting that says it
     * @param blocks the sum
     * @param reserved what is kept altogether
     */
    record Blocks(Setting first, BigDecimal blocks, Reserved reserved) {
        static Stream<Blocks> of(SiteContext context) {
            List<Setting> holding = context.settings().holding();
            List<Setting> blocks = ofKubelet(holding, "reserved-memory").toList();
            boolean isStatic = ofKubelet(holding, "memory-manager-policy")
                    .anyMatch(setting -> setting.text().equals("Static"));
            Stream<Optional<Quantity>> amounts = blocks.stream()
                    .flatMap(block -> BLOCK.matcher(block.text()).results().map(found -> found.group(1)))
                    .map(amount -> Quantity.parse(amount.strip()));
            return isStatic && !blocks.isEmpty()
                    ? sum(amounts.toList())
                            .flatMap(sum ->
                                    Reserved.of(context).map(reserved -> new Blocks(blocks.get(0), sum, reserved)))
                            .stream()
                    : Stream.empty();
        }
    }

    /**
     * What is kept altogether, beside what a host has.
     *
     * @param reserved what is kept
     * @param machine the hosts
     * @param memory their memory
     */
    record Room(Reserved reserved, ResolvedHostClass machine, Sourced<Quantity> memory) {
        /** The hosts with the least memory speak for all. */
        static Stream<Room> of(SiteContext context) {
            return Reserved.of(context).filter(reserved -> !reserved.settings().isEmpty()).stream()
                    .flatMap(reserved -> context.site().hosts().stream()
                            .flatMap(host -> host.hostClass().stream())
                            .map(Sourced::value)
                            .flatMap(machine ->
                                    machine.memory().stream().map(memory -> new Room(reserved, machine, memory)))
                            .min(Comparator.comparing(
                                    room -> room.memory().value().bytes()))
                            .stream());
        }
    }

    static final Rule<SiteContext, Blocks> UNEQUAL = Rule.site("DIST-188")
            .title("what the kubelet keeps of the memory is not the same by part as altogether")
            .why("""
                    With the policy `Static` the kubelet is told how much memory to keep on each NUMA node. The sum has to be what \
                    `kube-reserved`, `system-reserved` and the hard threshold `memory.available` keep together: it ends at its start \
                    otherwise. A kubelet that is given no hard threshold has one of 100Mi; those of K3s and RKE2 have none for memory.""")
            .evidence(
                    CM + "memorymanager/memory_manager.go, node_container_manager_linux.go; "
                            + "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/daemons/agent/agent_linux.go, kubeletArgs",
                    "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [memory-manager-policy=Static, "
                    + "\"system-reserved=memory=1Gi\", \"reserved-memory=0:memory=1Gi\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [memory-manager-policy=Static, "
                    + "\"system-reserved=memory=1Gi\", \"reserved-memory=0:memory=2Gi\"]}}}}")
            .subjects(Blocks::of)
            .broken(blocks -> blocks.blocks().compareTo(blocks.reserved().bytes()) != 0, (blocks, finding) -> {
                finding.at(blocks.first().place())
                        .message("`" + blocks.first().name()
                                + "` keeps another amount of memory than is reserved altogether")
                        .addValues("by part: " + words(blocks.blocks()) + ", altogether: "
                                + words(blocks.reserved().bytes()))
                        .effect(blocks.first().in().with("the kubelet ends at its start"))
                        .addFixes(Fix.advice(
                                "let it sum up to the memory of `kube-reserved`, `system-reserved` and the hard "
                                        + "threshold `memory.available`: "
                                        + words(blocks.reserved().bytes())));
                related(finding, blocks.reserved().settings());
            });

    static final Rule<SiteContext, Room> NO_ROOM = Rule.site("DIST-189")
            .title("the kubelet keeps all the memory of a host from pods")
            .why("""
                    What `kube-reserved`, `system-reserved` and the hard threshold `memory.available` keep comes off the memory of the \
                    host. The kubelet ends at its start when nothing is left.""")
            .evidence(CM + "node_container_manager_linux.go, validateNodeAllocatable", "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"system-reserved=memory=1Gi\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"system-reserved=memory=16Gi\"]}}}}")
            .subjects(Room::of)
            .broken(
                    room -> room.reserved()
                                    .bytes()
                                    .compareTo(room.memory().value().bytes())
                            >= 0,
                    (room, finding) -> {
                        List<Setting> settings = room.reserved().settings();
                        Setting last = settings.get(settings.size() - 1);
                        finding.at(last.place())
                                .message("hosts of class `" + room.machine().name() + "` have no memory left for pods")
                                .addValues("reserved: " + words(room.reserved().bytes()) + ", memory: "
                                        + room.memory().value())
                                .effect(last.in().with("the kubelet ends at its start"))
                                .addFixes(Fix.advice("reserve less, or choose a host class with more memory"));
                        related(finding, settings.subList(0, settings.size() - 1));
                        Written.related(finding, room.memory(), "what the hosts have");
                    });

    static final List<Rule<SiteContext, ?>> SITE = List.of(UNEQUAL, NO_ROOM);

    private static Stream<Setting> ofKubelet(List<Setting> settings, String argument) {
        return settings.stream().filter(setting -> setting.isOf(Setting.KUBELET, argument));
    }

    private static Optional<BigDecimal> sum(List<Optional<Quantity>> amounts) {
        return amounts.stream().allMatch(Optional::isPresent)
                ? Optional.of(amounts.stream()
                        .flatMap(Optional::stream)
                        .map(Quantity::bytes)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }

    private static void related(Finding.Builder finding, List<Setting> settings) {
        settings.stream()
                .map(Setting::place)
                .distinct()
                .forEach(place -> finding.addRelated(new Related(place.value(), "this is reserved too")));
    }

    private static String words(BigDecimal bytes) {
        BigDecimal[] mebibytes = bytes.divideAndRemainder(BigDecimal.valueOf(1L << 20));
        return mebibytes[1].signum() == 0
                ? mebibytes[0].toPlainString() + "Mi"
                : bytes.stripTrailingZeros().toPlainString();
    }
}
