// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The value of each axis in a profile or a site. An axis is missing where its value is faulty, which then is a finding already. */
final class AxisValues {
    private static final String NONE = "none";

    private AxisValues() {}

    /** Returns the values of a profile, with those of one of its host classes. */
    static Map<String, Sourced<String>> of(ResolvedProfile profile, Optional<ResolvedHostClass> machine) {
        Map<String, Sourced<String>> chosen = new LinkedHashMap<>();
        chosen.put("mode", profile.mode().map(value -> value.text()));
        chosen.put(
                "agent",
                profile.agentVersion()
                        .map(version -> choice(version, "present"))
                        .orElseGet(() -> absent("absent")));
        chosen.put("os.family", profile.osFamily().map(value -> value.text()));
        // What follows from the family is not written: only an image of one's own names its distribution.
        chosen.put(
                "os.distribution",
                profile.osDistribution()
                        .filter(found -> found.origin() instanceof Origin.Written)
                        .map(found -> found.map(value -> value.text()))
                        .orElseGet(() -> absent(NONE)));
        chosen.put("os.hardening", profile.imageHardening().map(value -> value.text()));
        chosen.put("kubernetes.flavor", profile.flavor().map(value -> value.text()));
        profile.kubernetesVersion()
                .ifPresent(version -> chosen.put(
                        "kubernetes.minor", version.map(value -> value.minor().toString())));
        chosen.put("kubernetes.hardening", profile.kubernetesHardening().map(value -> value.text()));
        chosen.put("fips", profile.fips().map(value -> Boolean.toString(value)));
        machine.ifPresent(found -> {
            chosen.put("arch", found.arch().map(value -> value.text()));
            chosen.put("platform", found.platform().map(value -> value.text()));
        });
        chosen.put("cni", profile.cni().map(value -> value.text()));
        chosen.put(
                "csi",
                profile.spec()
                        .value()
                        .spec()
                        .value()
                        .storage()
                        .map(storage -> Sourced.written(
                                        storage.value().csi().value().name())
                                .map(value -> value.text()))
                        .orElseGet(() -> absent(NONE)));
        return chosen;
    }

    /** Returns the values of a site, with those of its profile. */
    static Map<String, Sourced<String>> of(ResolvedSite site) {
        Map<String, Sourced<String>> chosen = of(site.profile(), Optional.empty());
        if (registers(site)) {
            site.registration()
                    .method()
                    .ifPresent(method -> chosen.put("registration", method.map(value -> value.text())));
        } else {
            chosen.put("registration", absent(NONE));
        }
        site.endpoint().ifPresent(endpoint -> chosen.put("endpoint", choice(endpoint, kind(endpoint.value()))));
        return chosen;
    }

    /** The value follows from which key is there, so that writing another text in its place would not change it. */
    private static Sourced<String> choice(Sourced<?> key, String value) {
        return new Sourced<>(value, Origin.inferred("this key is given", key.origin()));
    }

    private static Sourced<String> absent(String value) {
        return new Sourced<>(value, new Origin.Default("the key is not given"));
    }

    /** Whether the site or its profile says anything of registration. */
    private static boolean registers(ResolvedSite site) {
        return site.spec().value().spec().value().registration().isPresent()
                || site.profile()
                        .spec()
                        .value()
                        .spec()
                        .value()
                        .site()
                        .flatMap(defaults -> defaults.value().registration())
                        .isPresent();
    }

    private static String kind(Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Vip) {
            return "vip";
        }
        return endpoint instanceof Endpoint.DynamicName ? "ddns" : "loadBalancer";
    }
}
