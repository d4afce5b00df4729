// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Sourced;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A machine that hosts ask. What is behind a name can't be seen from here.
 *
 * @param kind what they ask it for
 * @param address its address
 */
record Server(Kind kind, Sourced<IpAddress> address) {
    /** What hosts ask a machine for. */
    enum Kind {
        BALANCER("the", "load balancer", "can't reach the API"),
        NAMES("a", "name server", "can't resolve names"),
        TIME("a", "time server", "don't learn the time"),
        PROXY("the", "proxy", "can't reach the proxy"),
        MANAGEMENT("the", "management plane", "can't reach the management plane");

        private final String article;
        private final String noun;
        private final String loss;

        Kind(String article, String noun, String loss) {
            this.article = article;
            this.noun = noun;
            this.loss = loss;
        }

        /** Names it in the middle of a sentence. */
        String owner() {
            return article + " " + noun;
        }

        /** Names it without an article. */
        String noun() {
            return noun;
        }

        /** Says of hosts what they miss without it. */
        String loss() {
            return loss;
        }
    }

    static Stream<Server> of(ResolvedSite site) {
        return Stream.of(
                        servers(Kind.BALANCER, EndpointKindRules.balancerAddress(site)),
                        servers(Kind.NAMES, site.network().nameservers().stream()),
                        servers(Kind.TIME, addresses(site.network().ntpServers().stream())),
                        servers(
                                Kind.PROXY,
                                addresses(ProxyRules.Address.of(site).flatMap(ProxyRules.Address::host))),
                        servers(Kind.MANAGEMENT, addresses(site.registration().endpoint().stream())))
                .flatMap(servers -> servers);
    }

    /** An address that is given twice, as for HTTP and HTTPS, is one machine. */
    private static Stream<Server> servers(Kind kind, Stream<Sourced<IpAddress>> addresses) {
        Map<IpAddress, Server> machines = new LinkedHashMap<>();
        addresses.forEach(address -> machines.putIfAbsent(address.value(), new Server(kind, address)));
        return machines.values().stream();
    }

    /** Returns those of some names and addresses that are addresses. */
    static Stream<Sourced<IpAddress>> addresses(Stream<Sourced<String>> texts) {
        return texts.flatMap(text -> IpAddress.parse(text.value()).map(address -> text.map(value -> address)).stream());
    }
}
