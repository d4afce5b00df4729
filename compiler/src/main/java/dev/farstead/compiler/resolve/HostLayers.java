// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.spelling.NearNames;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.AddressChoice;
import dev.farstead.model.spec.Host;
import dev.farstead.model.spec.SiteSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Merges the hosts of a site by name, and refines their addresses. */
final class HostLayers {
    private final Layers layers;
    private final ResolvedProfile profile;
    private final Sourced<String> site;
    private final Optional<Sourced<IpPrefix>> lan;
    private final Collected collected;
    private final List<Origin> dropped = new ArrayList<>();

    HostLayers(
            Layers layers,
            ResolvedProfile profile,
            Sourced<String> site,
            Optional<Sourced<IpPrefix>> lan,
            Collected collected) {
        this.layers = layers;
        this.profile = profile;
        this.site = site;
        this.lan = lan;
        this.collected = collected;
    }

    List<ResolvedHost> resolve() {
        List<ResolvedHost> hosts = new ArrayList<>();
        byName().forEach((name, host) -> {
            if (!dropped(host)) {
                hosts.add(host(host));
            }
        });
        return hosts;
    }

    /** Returns where hosts were dropped while resolving. */
    List<Origin> dropped() {
        return List.copyOf(dropped);
    }

    /** Returns each host's layers, nearest first. Two hosts of one name within one layer stay apart, for a rule to see. */
    private Map<String, List<Located<Host>>> byName() {
        Map<String, List<Located<Host>>> byName = new LinkedHashMap<>();
        for (Located<List<Located<Host>>> layer : layers.all(SiteSpec::hosts)) {
            Map<String, Integer> seen = new LinkedHashMap<>();
            for (Located<Host> host : layer.value()) {
                String name = host.value().name().value();
                int times = seen.merge(name, 1, Integer::sum);
                byName.computeIfAbsent(times == 1 ? name : name + "\n" + times, key -> new ArrayList<>())
                        .add(0, host);
            }
        }
        return byName;
    }

    private boolean dropped(List<Located<Host>> host) {
        Optional<Located<Boolean>> absent = nearest(host, Host::absent);
        if (absent.isEmpty() || !absent.get().value()) {
            return false;
        }
        if (host.size() == 1) {
            Located<String> name = host.get(0).value().name();
            collected.add(Problem.ABSENT_HOST_UNKNOWN
                    .at(name.place())
                    .message("host `" + name.value() + "` is dropped, but profile `"
                            + profile.name().value() + "` has no such host")
                    .effect("the line would have no effect")
                    .addFixes(Fix.advice("take the host out, or correct its name"))
                    .build());
        }
        dropped.add(new Origin.Written(absent.get().place()));
        return true;
    }

    private ResolvedHost host(List<Located<Host>> host) {
        Located<String> name = host.get(0).value().name();
        Origin named = nearest(host, Host::absent)
                .map(kept -> Origin.inferred(
                        "a host that is not dropped",
                        new Origin.Written(name.place()),
                        new Origin.Written(kept.place())))
                .orElseGet(() -> new Origin.Written(name.place()));
        Origin identifier = Origin.inferred("site and host name joined by a hyphen", site.origin(), named);
        return ImmutableResolvedHost.builder()
                .place(host.get(0).place())
                .name(new Sourced<>(name.value(), named))
                .uid(new Sourced<>(site.value() + "-" + name.value(), identifier))
                .role(need(host, nearest(host, Host::role), "role").map(Sourced::written))
                .hostClass(need(host, nearest(host, Host::hostClass), "class").flatMap(this::hostClass))
                .addAllInterfaces(interfaces(host))
                .addAllDynamicInterfaces(dynamic(host))
                .build();
    }

    private Optional<Sourced<ResolvedHostClass>> hostClass(Located<String> name) {
        ResolvedHostClass found = profile.hostClasses().get(name.value());
        if (found != null) {
            return Optional.of(new Sourced<>(found, new Origin.Written(name.place())));
        }
        NearNames known = profile.hostClassNames().near(name.value());
        Finding.Builder finding = Problem.UNKNOWN_HOST_CLASS
                .at(name.place())
                .message("profile `" + profile.name().value() + "` has no host class `" + name.value() + "`")
                .addValues("its host classes: " + known.words());
        known.nearest()
                .ifPresent(near -> finding.addFixes(
                        Fix.of("write `" + near + "`", SpecText.replace(name.place(), near), Fix.Applicability.GUESS)));
        collected.add(finding.addFixes(Fix.advice("add the class under `spec.hostClasses` of the profile"))
                .build());
        return Optional.empty();
    }

    private static Map<String, Located<AddressChoice>> merged(List<Located<Host>> host) {
        Map<String, Located<AddressChoice>> merged = new TreeMap<>();
        for (int i = host.size() - 1; i >= 0; i--) {
            host.get(i).value().interfaces().ifPresent(layer -> merged.putAll(layer.value()));
        }
        return merged;
    }

    private List<ResolvedInterface> interfaces(List<Located<Host>> host) {
        Map<String, Located<AddressChoice>> merged = merged(host);
        if (merged.isEmpty()) {
            need(host, Optional.empty(), "interfaces");
        }
        List<ResolvedInterface> interfaces = new ArrayList<>();
        merged.forEach((name, choice) -> {
            if (!(choice.value() instanceof AddressChoice.Dhcp)) {
                address(choice)
                        .ifPresent(address -> interfaces.add(new ResolvedInterface(choice.place(), name, address)));
            }
        });
        return interfaces;
    }

    private static List<DynamicInterface> dynamic(List<Located<Host>> host) {
        return merged(host).entrySet().stream()
                .filter(entry -> entry.getValue().value() instanceof AddressChoice.Dhcp)
                .map(entry -> new DynamicInterface(entry.getValue().place(), entry.getKey()))
                .toList();
    }

    /** A host number takes the prefix length of the LAN; an address in full brings its own. */
    private Optional<Sourced<IpPrefix>> address(Located<AddressChoice> choice) {
        if (choice.value() instanceof AddressChoice.Literal literal) {
            return collected.keep(Refine.prefix(literal.text()));
        }
        return Refine.address(choice, lan)
                .flatMap(collected::keep)
                .flatMap(address -> lan.map(prefix ->
                        address.map(value -> IpPrefix.of(value, prefix.value().length()))));
    }

    private <T> Optional<Located<T>> need(List<Located<Host>> host, Optional<Located<T>> value, String key) {
        if (value.isEmpty()) {
            Located<Host> nearest = host.get(0);
            collected.add(Problem.MISSING_VALUE
                    .at(nearest.value().name().place())
                    .message("host `" + nearest.value().name().value() + "` has no `" + key + "`")
                    .addFixes(Fix.advice("set `" + key + "` here, or for the host of this name in the profile"))
                    .build());
        }
        return value;
    }

    private static <T> Optional<Located<T>> nearest(
            List<Located<Host>> host, Function<Host, Optional<Located<T>>> attribute) {
        return host.stream()
                .map(layer -> attribute.apply(layer.value()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
