// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.check.ProxyRules.Address;
import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about the host and the port of a proxy: whether the programs on a node find one and the same machine there. */
final class ProxyHostRules {
    private static final String GOOD = "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", "
            + "https: \"http://proxy.example.com:3128\"}}}}";
    private static final String LOCALHOST = "localhost";
    private static final List<IpPrefix> LOOPBACK = Stream.of("127.0.0.0/8", "::1/128")
            .map(IpPrefix::parse)
            .flatMap(Optional::stream)
            .toList();

    private ProxyHostRules() {}

    static final Rule<SiteContext, Address> NO_PORT = Rule.site("PROXY-008")
            .title("the address of a proxy has no port")
            .why("""
                    Without a port programs take one of their own: those written in Go, K3s and containerd among them, take 80, and \
                    curl takes 1080. One of the two does not reach the proxy.""")
            .evidence(
                    "github.com/golang/go v1.22.0 src/net/http/transport.go, canonicalAddr; "
                            + "curl documentation, manpage, --proxy",
                    "C-157")
            .inferred()
            .good(GOOD)
            .bad("site: {spec: {network: {proxy: {http: \"http://proxy.example.com\", "
                    + "https: \"http://proxy.example.com:3128\"}}}}")
            // Of https:// all take 443.
            .subjects(context -> plain(context)
                    .filter(address -> address.uri()
                            .filter(uri -> "http".equalsIgnoreCase(uri.getScheme()))
                            .isPresent()))
            .broken(address -> address.uri().filter(uri -> uri.getPort() < 0).isPresent(), (address, finding) -> {
                Written.at(finding, address.text());
                String text = address.text().value().replaceAll("/$", "");
                finding.message("`" + address.text().value() + "` has no port")
                        .addValues("K3s and containerd take port 80, curl takes 1080")
                        .effect("some programs on the host do not reach the proxy")
                        .addFixes(Fix.advice("write the port, such as `" + text + ":3128`, also where it is 80"));
            });

    static final Rule<SiteContext, Sourced<String>> NO_HOST = Rule.site("PROXY-009")
            .title("the host of a proxy is neither a name nor an address that all programs read alike")
            .why("""
                    A zero before a number of an address means octal digits to the C library, so that curl goes to 8.1.2.3 for \
                    `010.1.2.3`. Programs written in Go take no such address, look for a name instead, and find none.""")
            .evidence("github.com/golang/go v1.22.0 src/net/netip/netip.go, parseIPv4Fields; "
                    + "POSIX documentation, inet_addr")
            .good(GOOD)
            .bad("site: {spec: {network: {proxy: {http: \"http://010.1.2.3:3128\", "
                    + "https: \"http://proxy.example.com:3128\"}}}}")
            .subjects(ProxyHostRules::hosts)
            .broken(host -> !Hosts.isHost(withoutDot(host.value())), (host, finding) -> {
                Written.at(finding, host);
                finding.message("`" + host.value() + "` is no host that all programs read alike")
                        .effect("the programs of the node do not reach the proxy, or reach another machine");
                decimal(host.value())
                        .ifPresentOrElse(
                                text -> finding.addFixes(Fix.advice(
                                        "write `" + text + "`, without zeros before the numbers, if that is meant")),
                                () -> finding.addFixes(
                                        Fix.advice("write a name such as `proxy.example.com`, or an address such as "
                                                + "`10.20.4.3`")));
            });

    static final Rule<SiteContext, Sourced<String>> ON_EACH_HOST = Rule.site("PROXY-010")
            .warning()
            .title("the proxy is the host itself")
            .why("""
                    A loopback address means the machine that uses it: every host is its own proxy then. The images hold no such \
                    program; only one of your own that starts it before everything else works.""")
            .evidence("RFC 1122, section 3.2.1.3; RFC 6761, section 6.3")
            .inferred()
            .good(GOOD)
            .bad("site: {spec: {network: {proxy: {http: \"http://localhost:3128\", "
                    + "https: \"http://proxy.example.com:3128\"}}}}")
            .subjects(ProxyHostRules::hosts)
            .broken(host -> isLoopback(withoutDot(host.value())), (host, finding) -> {
                Written.at(finding, host);
                finding.message("`" + host.value() + "` is each host itself")
                        .effect("unless your image starts a proxy on each host, no host reaches anything through it")
                        .addFixes(Fix.advice("write the name or the address of the proxy as the hosts reach it"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(NO_PORT, NO_HOST, ON_EACH_HOST);

    /** Tells whether an address means the machine that uses it. */
    static boolean isLoopback(IpAddress address) {
        return LOOPBACK.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase(LOCALHOST)
                || IpAddress.parse(host).filter(ProxyHostRules::isLoopback).isPresent();
    }

    /** What is more than scheme, host and port, or holds a secret, has rules of its own. */
    private static Stream<Address> plain(SiteContext context) {
        return Address.of(context.site()).filter(address -> !address.hasCredentials() && address.isPlain());
    }

    private static Stream<Sourced<String>> hosts(SiteContext context) {
        return plain(context).flatMap(Address::host);
    }

    /** A dot at the end says that the name is whole. */
    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Optional<String> decimal(String host) {
        String text = Arrays.stream(host.split("\\.", -1))
                .map(part -> part.replaceFirst("^0+(?=[0-9])", ""))
                .collect(Collectors.joining("."));
        return Optional.of(text).filter(found -> IpAddress.parse(found).isPresent());
    }
}
