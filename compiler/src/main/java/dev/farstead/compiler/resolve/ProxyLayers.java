// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Proxy;
import dev.farstead.model.spec.SiteNetwork;
import dev.farstead.model.spec.SiteSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Merges the proxy of a site, and adds what a cluster must reach directly to what is written. */
final class ProxyLayers {
    private static final String INSIDE = "reached inside the cluster, never through a proxy";
    private static final String BESIDE = "a network that a host is in, never reached through a proxy";
    private static final String IMAGES = "the registry that hosts pull images from, reached without a proxy";

    private ProxyLayers() {}

    static Optional<ResolvedProxy> resolve(
            Layers layers,
            Optional<Sourced<IpPrefix>> lan,
            Optional<Sourced<Endpoint>> endpoint,
            ClusterSettings cluster,
            List<ResolvedHost> hosts,
            Optional<ResolvedRegistry> registry) {
        Optional<Located<String>> http = proxy(layers, Proxy::http);
        Optional<Located<String>> https = proxy(layers, Proxy::https);
        Optional<Located<List<Located<String>>>> direct = proxy(layers, Proxy::noProxy);
        if (http.isEmpty() && https.isEmpty() && direct.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Sourced<String>> noProxy = new LinkedHashMap<>();
        direct.map(Located::value)
                .orElse(List.of())
                .forEach(item -> noProxy.putIfAbsent(item.value(), Sourced.written(item)));
        endpoint.ifPresent(found -> infer(noProxy, found.value().host(), INSIDE, found.origin()));
        lan.ifPresent(prefix -> infer(noProxy, prefix, INSIDE));
        hosts.stream()
                .flatMap(host -> host.interfaces().stream())
                .map(ResolvedInterface::address)
                .filter(address -> lan.filter(prefix ->
                                prefix.value().contains(address.value().address()))
                        .isEmpty())
                .forEach(address -> infer(noProxy, address.map(ProxyLayers::network), BESIDE));
        registry.map(ResolvedRegistry::domain)
                .ifPresent(domain -> infer(noProxy, host(domain.value()), IMAGES, domain.origin()));
        cluster.podCidr().ifPresent(prefix -> infer(noProxy, prefix, INSIDE));
        cluster.serviceCidr().ifPresent(prefix -> infer(noProxy, prefix, INSIDE));
        for (String suffix : List.of(".svc", ".cluster.local")) {
            noProxy.putIfAbsent(suffix, new Sourced<>(suffix, new Origin.Default(INSIDE)));
        }
        cluster.config()
                .clusterDomain()
                .ifPresent(domain -> infer(noProxy, "." + domain.value(), INSIDE, domain.origin()));
        return Optional.of(ImmutableResolvedProxy.builder()
                .http(http.map(Sourced::written))
                .https(https.map(Sourced::written))
                .addAllNoProxy(noProxy.values())
                .build());
    }

    private static <T> Optional<Located<T>> proxy(Layers layers, Function<Proxy, Optional<Located<T>>> attribute) {
        return layers.nearest(
                SiteSpec::network,
                (SiteNetwork network) -> network.proxy().flatMap(proxy -> attribute.apply(proxy.value())));
    }

    private static IpPrefix network(IpPrefix address) {
        return IpPrefix.of(address.network(), address.length());
    }

    /** A port among the exceptions would let the others through. */
    private static String host(String domain) {
        return domain.replaceFirst("[:/].*", "");
    }

    private static void infer(Map<String, Sourced<String>> noProxy, Sourced<IpPrefix> prefix, String reason) {
        infer(noProxy, prefix.value().toString(), reason, prefix.origin());
    }

    private static void infer(Map<String, Sourced<String>> noProxy, String text, String reason, Origin from) {
        noProxy.putIfAbsent(text, new Sourced<>(text, Origin.inferred(reason, from)));
    }
}
