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

    private ProxyLayers() {}

    static Optional<ResolvedProxy> resolve(
            Layers layers,
            Optional<Sourced<IpPrefix>> lan,
            Optional<Sourced<Endpoint>> endpoint,
            ClusterSettings cluster) {
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
        endpoint.ifPresent(found -> infer(noProxy, found.value().host(), found.origin()));
        lan.ifPresent(prefix -> infer(noProxy, prefix.value().toString(), prefix.origin()));
        cluster.podCidr().ifPresent(prefix -> infer(noProxy, prefix.value().toString(), prefix.origin()));
        cluster.serviceCidr().ifPresent(prefix -> infer(noProxy, prefix.value().toString(), prefix.origin()));
        for (String suffix : List.of(".svc", ".cluster.local")) {
            noProxy.putIfAbsent(suffix, new Sourced<>(suffix, new Origin.Default(INSIDE)));
        }
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

    private static void infer(Map<String, Sourced<String>> noProxy, String text, Origin from) {
        noProxy.putIfAbsent(text, new Sourced<>(text, Origin.inferred(INSIDE, from)));
    }
}
