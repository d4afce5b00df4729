// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.KubeadmCis;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of the admission plug-ins that CIS asks for. With packs, Pod Security audits and warns but does not enforce: packs bring
 * namespaces of their own, and an enforced profile that does not exempt them keeps their pods from starting.
 */
final class AdmissionFile {
    private static final String DOCUMENTATION =
            "Kubernetes documentation, reference/access-authn-authz/admission-controllers, EventRateLimit";
    private static final String RESTRICTED = "restricted";
    private static final String RATE_LIMIT = "EventRateLimit";
    private static final int NAMESPACE_QPS = 50;
    private static final int NAMESPACE_BURST = 100;
    private static final int NAMESPACE_CACHE = 2000;

    private AdmissionFile() {}

    static OutputEmbedded of(CisAdditions cis, Origin from) {
        return new OutputEmbedded(
                tree(cis.exemptNamespaces(), cis.source(), from, advised(from), cis.enables(RATE_LIMIT)), from);
    }

    /** Without packs there is no reason to fall short of what CIS asks for. */
    static OutputMap enforced(CisAdditions cis, Origin from) {
        return tree(
                cis.exemptNamespaces(), cis.source(), from, new OutputText(RESTRICTED, from), cis.enables(RATE_LIMIT));
    }

    static OutputEmbedded of(KubeadmCis cis, Origin from) {
        return new OutputEmbedded(tree(cis.exemptNamespaces(), cis.exemptSource(), from, advised(from), true), from);
    }

    private static OutputText advised(Origin from) {
        return new OutputText(
                "privileged", Origin.inferred("not enforced, since packs bring namespaces of their own", from));
    }

    private static OutputMap tree(
            List<String> exemptNamespaces, String source, Origin from, OutputText enforced, boolean limited) {
        List<OutputNode> plugins = new ArrayList<>();
        plugins.add(plugin("PodSecurity", podSecurity(exemptNamespaces, source, from, enforced), from));
        if (limited) {
            plugins.add(plugin(RATE_LIMIT, eventRateLimit(), from));
        }
        return OutputMap.builder(from)
                .put("apiVersion", new OutputText("apiserver.config.k8s.io/v1", from))
                .put("kind", new OutputText("AdmissionConfiguration", from))
                .put("plugins", new OutputList(plugins, from))
                .build();
    }

    private static OutputMap plugin(String name, OutputMap configuration, Origin from) {
        return OutputMap.builder(from)
                .put("name", new OutputText(name, from))
                .put("configuration", configuration)
                .build();
    }

    private static OutputMap podSecurity(
            List<String> exemptNamespaces, String source, Origin from, OutputText enforced) {
        OutputMap.Builder defaults = OutputMap.builder(from);
        for (String mode : List.of("enforce", "audit", "warn")) {
            defaults.put(mode, mode.equals("enforce") ? enforced : new OutputText(RESTRICTED, from))
                    .put(mode + "-version", new OutputText("latest", from));
        }
        Origin exempt = new Origin.Fact("namespaces that CIS exempts", source);
        List<OutputNode> namespaces = exemptNamespaces.stream()
                .<OutputNode>map(name -> new OutputText(name, exempt))
                .toList();
        return OutputMap.builder(from)
                .put("apiVersion", new OutputText("pod-security.admission.config.k8s.io/v1", from))
                .put("kind", new OutputText("PodSecurityConfiguration", from))
                .put("defaults", defaults.build())
                .put(
                        "exemptions",
                        OutputMap.builder(exempt)
                                .put("usernames", new OutputList(List.of(), exempt))
                                .put("runtimeClasses", new OutputList(List.of(), exempt))
                                .put("namespaces", new OutputList(namespaces, exempt))
                                .build())
                .build();
    }

    /** The plug-in is enabled by CIS, which gives no limits; these are the ones of its documentation. */
    private static OutputMap eventRateLimit() {
        Origin fact = new Origin.Fact("limits of the plug-in's example", DOCUMENTATION);
        OutputMap limit = OutputMap.builder(fact)
                .put("type", new OutputText("Namespace", fact))
                .put("qps", new OutputInteger(NAMESPACE_QPS, fact))
                .put("burst", new OutputInteger(NAMESPACE_BURST, fact))
                .put("cacheSize", new OutputInteger(NAMESPACE_CACHE, fact))
                .build();
        return OutputMap.builder(fact)
                .put("apiVersion", new OutputText("eventratelimit.admission.k8s.io/v1alpha1", fact))
                .put("kind", new OutputText("Configuration", fact))
                .put("limits", new OutputList(List.of(limit), fact))
                .build();
    }
}
