// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a generated profile and site whole: what a site needs and neither layer says is added to one of the two, and what its
 * combination has no use for is taken out. What is added comes from {@link FittingValues}.
 */
final class Completion {
    private final Combination chosen;
    private final FittingValues fitting;
    private final Function<String, Object> generate;

    /** Takes what generates any value of a definition that need not fit. */
    Completion(Combination chosen, FittingValues fitting, Function<String, Object> generate) {
        this.chosen = chosen;
        this.fitting = fitting;
        this.generate = generate;
    }

    /** Completes a site, and its profile as far as the site asks for it. */
    void complete(Map<String, Object> profile, Map<String, Object> site) {
        completeAxes(map(profile, "spec"));
        Map<String, Object> defaults = cast(map(profile, "spec").getOrDefault("site", Map.of()));
        Map<String, Object> spec = map(site, "spec");
        if (chosen.is("registration", "none")) {
            remove(defaults, "registration");
            remove(spec, "registration");
        } else {
            need(defaults, spec, "registration", "method", "chosen method");
            need(defaults, spec, "registration", "endpoint", "hostName");
            boolean code = chosen.is("registration", "qr-code");
            need(defaults, spec, "registration", code ? "url" : "token", code ? "registrationUrl" : "secretRef");
        }
        boolean shared = fitting.isFurtherSite() && !spec.containsKey("controlPlaneEndpoint");
        if (!defaults.containsKey("controlPlaneEndpoint") || shared) {
            spec.put("controlPlaneEndpoint", fitting.endpoint());
        }
        if (chosen.is("agent", "absent")) {
            remove(map(site, "metadata"), "labels");
        }
        if (chosen.is("agent", "present")) {
            remove(defaults, "clusterToken");
            remove(spec, "clusterToken");
        } else if (!defaults.containsKey("clusterToken")) {
            spec.put("clusterToken", Map.of("secretRef", "token"));
        }
        need(defaults, spec, "network", "gateway", "siteNetwork.gateway");
        need(defaults, spec, "network", "nameservers", "nameservers");
        Object lan = fitting.value("siteNetwork.lan").orElseThrow();
        // The default of a profile with several sites is the LAN of none.
        if (!(defaults.get("network") instanceof Map<?, ?> network && lan.equals(network.get("lan")))) {
            map(spec, "network").put("lan", lan);
        }
        completeHosts(defaults, spec);
        dropUnusedGateway(defaults, spec);
        classes(profile);
    }

    private static void remove(Map<String, Object> map, String key) {
        if (map.containsKey(key)) {
            map.remove(key);
        }
    }

    private void completeAxes(Map<String, Object> spec) {
        boolean agentless = chosen.is("agent", "absent");
        for (String key : List.of("agent", "image")) {
            if (agentless) {
                spec.remove(key);
            } else {
                spec.computeIfAbsent(key, generate);
            }
        }
        boolean storage = chosen.is("csi", "rook-ceph");
        if (storage) {
            spec.computeIfAbsent("storage", generate);
        } else {
            spec.remove("storage");
        }
        if (chosen.is("mode", "air-gapped")) {
            spec.computeIfAbsent("content", generate);
        } else if (agentless || (spec.get("content") instanceof Map<?, ?> content && content.isEmpty())) {
            spec.remove("content");
        }
        if (chosen.is("fips", "true") && !chosen.is("kubernetes.flavor", "pxk-e-fips")) {
            spec.put("fips", true);
        }
        if (chosen.is("kubernetes.hardening", "cis")) {
            map(spec, "kubernetes").put("hardening", "cis");
        }
    }

    private void need(
            Map<String, Object> defaults, Map<String, Object> spec, String object, String key, String definition) {
        if (has(defaults, object, key) || has(spec, object, key)) {
            return;
        }
        map(spec, object).put(key, fitting.value(definition).orElseGet(() -> generate.apply(definition)));
    }

    private static boolean has(Map<String, Object> spec, String object, String key) {
        return spec.get(object) instanceof Map<?, ?> map && map.containsKey(key);
    }

    /** Where every host asks a DHCP server, no gateway of the site's own has a meaning. */
    private static void dropUnusedGateway(Map<String, Object> defaults, Map<String, Object> spec) {
        List<Map<String, Object>> hosts = new ArrayList<>(hostsOf(defaults));
        hosts.addAll(hostsOf(spec));
        boolean fixed = hosts.stream()
                .filter(host -> !Boolean.TRUE.equals(host.get("absent")))
                .flatMap(host ->
                        host.get("interfaces") instanceof Map<?, ?> nics ? nics.values().stream() : Stream.empty())
                .anyMatch(address -> !((Map<?, ?>) address).containsKey("dhcp"));
        if (!fixed && spec.get("network") instanceof Map<?, ?> network) {
            network.remove("gateway");
        }
    }

    private void completeHosts(Map<String, Object> defaults, Map<String, Object> spec) {
        List<Map<String, Object>> below = hostsOf(defaults);
        List<Map<String, Object>> above = hostsOf(spec);
        for (String host : fitting.hostNames()) {
            Optional<Map<String, Object>> lower = find(below, host);
            Optional<Map<String, Object>> upper = find(above, host);
            if (lower.isEmpty()) {
                // Nothing is there to be dropped.
                upper.ifPresent(found -> found.remove("absent"));
            }
            if (upper.isEmpty()
                    && lower.filter(found -> Boolean.TRUE.equals(found.get("absent")))
                            .isPresent()) {
                // What the profile drops is there only for a site that says something of it.
                above.add(fitting.host(host, none -> false));
            }
            for (String key : List.of("role", "class", "interfaces")) {
                boolean there = lower.filter(found -> found.containsKey(key)).isPresent()
                        || upper.filter(found -> found.containsKey(key)).isPresent();
                if (!there) {
                    Map<String, Object> entry = upper.or(() -> find(above, host))
                            .orElseGet(() -> {
                                Map<String, Object> added = fitting.host(host, none -> false);
                                above.add(added);
                                return added;
                            });
                    entry.put(key, fitting.hostValue(host, key));
                }
            }
        }
        if (!above.isEmpty()) {
            spec.put("hosts", above);
        }
    }

    private static List<Map<String, Object>> hostsOf(Map<String, Object> spec) {
        List<Map<String, Object>> hosts = new ArrayList<>();
        if (spec.get("hosts") instanceof List<?> items) {
            items.forEach(item -> hosts.add(cast(item)));
        }
        return hosts;
    }

    private static Optional<Map<String, Object>> find(List<Map<String, Object>> hosts, String name) {
        return hosts.stream().filter(host -> name.equals(host.get("name"))).findFirst();
    }

    /**
     * The class that hosts have must be there, one choice after the installation holds for all, and without storage no disk is for it.
     */
    private void classes(Map<String, Object> profile) {
        Map<String, Object> spec = map(profile, "spec");
        Map<String, Object> classes = map(spec, "hostClasses");
        if (!classes.containsKey("box-a")) {
            classes.put("box-a", classes.values().iterator().next());
        }
        classes.values().forEach(machine -> {
            Map<String, Object> each = cast(machine);
            each.remove("afterInstall");
            if (chosen.is("agent", "present")) {
                fitting.afterInstall().ifPresent(after -> each.put("afterInstall", after));
            }
            if (chosen.is("arch", "amd64")) {
                each.remove("model");
            }
            if (!chosen.is("platform", "bare-metal")) {
                each.put("platform", chosen.value("platform"));
            }
            if (!spec.containsKey("storage")) {
                each.computeIfPresent("disks", (key, disks) -> List.of(((List<?>) disks).get(0)));
            }
        });
    }

    private static Map<String, Object> map(Map<String, Object> holder, String key) {
        return cast(holder.computeIfAbsent(key, absent -> new LinkedHashMap<String, Object>()));
    }

    @SuppressWarnings("unchecked") // all maps of a specification are of this type
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
