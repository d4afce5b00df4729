// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedProxy;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the proxy of a place. */
final class ProxyRules {
    private static final String SAMPLES = "Palette documentation, clusters/edge/edgeforge-workflow/prepare-user-data";
    private static final String GO = "golang.org/x/net v0.17.0 http/httpproxy/proxy.go";
    private static final Pattern NAME = Pattern.compile(
            "\\.?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:[0-9]{1,5})?");

    private ProxyRules() {}

    private static final Rule<SiteContext, Sourced<String>> NO_URL = Rule.site("PROXY-007")
            .title("a proxy is more than a host and a port")
            .why("A proxy is a scheme, a host and a port. What follows them ends in an environment file on every host.")
            .evidence(SAMPLES, "C-157")
            .inferred()
            .good(proxy("http://proxy.example.com:3128", "http://proxy.example.com:3128"))
            .bad(proxy("http://proxy.example.com:3128/path", "http://proxy.example.com:3128"))
            .subjects(ProxyRules::urls)
            .broken(url -> !isPlain(url.value()), (url, finding) -> {
                Written.at(finding, url);
                finding.message("the proxy is more than a host and a port")
                        .effect("programs on the host differ in what they make of the variable")
                        .addFixes(Fix.advice("write scheme, host and port, such as `http://proxy.example.com:3128`"));
            });

    private static final Rule<SiteContext, Sourced<String>> CREDENTIALS = Rule.site("PROXY-003")
            .title("a proxy is written with a password")
            .why("""
                    The value stands in specifications, in user-data and in files that every user of a host may read. It would be a \
                    secret in the open.""")
            .evidence(SAMPLES, "C-157")
            .inferred()
            .good(proxy("http://proxy.example.com:3128", "http://proxy.example.com:3128"))
            .bad(proxy("http://user:word@proxy.example.com:3128", "http://proxy.example.com:3128"))
            .subjects(ProxyRules::urls)
            .broken(url -> url.value().contains("@"), (url, finding) -> {
                Written.at(finding, url);
                finding.message("the proxy is written with credentials")
                        .label("a password in the open")
                        .effect("everybody who reads a file of the site or of the host reads the password")
                        .addFixes(Fix.advice(
                                "let the proxy know hosts by their address, and leave user and password out"));
            });

    private static final Rule<SiteContext, ResolvedProxy> ONE_OF_TWO = Rule.site("PROXY-004")
            .warning()
            .title("only one of the two proxies is set")
            .why("""
                    With a proxy for one scheme alone, requests of the other go out directly, and behind a firewall they hang. Later \
                    flavors pass both to a shell by position, where a missing one shifts the rest.""")
            .evidence("github.com/kairos-io/provider-kubeadm v4.4.1 stages/init.go", "C-153")
            .good(proxy("http://proxy.example.com:3128", "http://proxy.example.com:3128"))
            .bad("site: {spec: {network: {proxy: {https: 'http://proxy.example.com:3128'}}}}")
            .subjects(context -> context.site().network().proxy().stream()
                    .filter(proxy -> proxy.http().isPresent() || proxy.https().isPresent()))
            .broken(proxy -> proxy.http().isPresent() != proxy.https().isPresent(), (proxy, finding) -> {
                boolean http = proxy.http().isPresent();
                Written.at(finding, (http ? proxy.http() : proxy.https()).orElseThrow());
                finding.message("the proxy is set for " + (http ? "HTTP" : "HTTPS") + " only")
                        .effect("requests by " + (http ? "HTTPS, such as pulls of images," : "HTTP")
                                + " go out directly")
                        .addFixes(Fix.advice("set `" + (http ? "https" : "http") + "` to the same URL"));
            });

    private static final Rule<SiteContext, Sourced<String>> DIRECT_FORM = Rule.site("PROXY-005")
            .title("an exception from the proxy is no host name, suffix, address or network")
            .why("""
                    The list becomes one variable with commas between its items. Programs take names, suffixes that begin with a dot, \
                    addresses and networks; anything else never matches, and a blank or comma changes the items beside it.""")
            .evidence(GO, "C-154", "C-155")
            .good(
                    "site: {spec: {network: {proxy: {http: 'http://proxy.example.com:3128', https: 'http://proxy.example.com:3128', noProxy: [.example.com, 10.0.0.0/8]}}}}")
            .bad(
                    "site: {spec: {network: {proxy: {http: 'http://proxy.example.com:3128', https: 'http://proxy.example.com:3128', noProxy: ['*.example.com']}}}}")
            .subjects(context -> context.site().network().proxy().stream()
                    .flatMap(proxy -> proxy.noProxy().stream())
                    .filter(item -> item.origin() instanceof Origin.Written))
            .broken(item -> !isDirect(item.value()), (item, finding) -> {
                Written.at(finding, item);
                finding.message("`" + item.value() + "` is no host name, suffix, address or network")
                        .effect("no request matches it, so all go through the proxy");
                if (item.value().startsWith("*.")) {
                    Written.replace(finding, item, item.value().substring(1));
                }
                finding.addFixes(Fix.advice("write a name, a suffix such as `.example.com`, an address or a network"));
            });

    private static final Rule<SiteContext, ResolvedProxy> EXCEPTIONS_ALONE = Rule.site("PROXY-006")
            .title("exceptions from a proxy are given without a proxy")
            .why("Where no proxy is set, everything is reached directly and the list has no effect.")
            .evidence("github.com/kairos-io/provider-k3s v4.5.1 main.go", "C-155")
            .inferred()
            .good(proxy("http://proxy.example.com:3128", "http://proxy.example.com:3128"))
            .bad("site: {spec: {network: {proxy: {noProxy: [.example.com]}}}}")
            .subjects(context -> context.site().network().proxy().stream())
            .broken(proxy -> proxy.http().isEmpty() && proxy.https().isEmpty(), (proxy, finding) -> {
                proxy.noProxy().stream()
                        .filter(item -> item.origin() instanceof Origin.Written)
                        .findFirst()
                        .ifPresent(item -> Written.at(finding, item));
                finding.message("`noProxy` is given, but neither `http` nor `https`")
                        .effect("the list has no effect")
                        .addFixes(Fix.advice("set the proxy, or take `noProxy` out"));
            });

    static final List<Rule<SiteContext, ?>> ALL =
            List.of(NO_URL, CREDENTIALS, ONE_OF_TWO, DIRECT_FORM, EXCEPTIONS_ALONE);

    private static Stream<Sourced<String>> urls(SiteContext context) {
        return context.site().network().proxy().stream()
                .flatMap(proxy -> Stream.of(proxy.http(), proxy.https()))
                .flatMap(Optional::stream);
    }

    /** Credentials have a rule of their own, and so don't count here. */
    private static boolean isPlain(String text) {
        try {
            URI uri = new URI(text);
            boolean nothingBehind = (uri.getRawPath() == null
                            || uri.getRawPath().isEmpty()
                            || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return nothingBehind && (uri.getHost() != null || text.contains("@"));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isDirect(String item) {
        return item.equals("localhost")
                || NAME.matcher(item).matches()
                || IpAddress.parse(item).isPresent()
                || IpPrefix.parse(item).isPresent();
    }

    private static String proxy(String http, String https) {
        return "site: {spec: {network: {proxy: {http: '" + http + "', https: '" + https + "'}}}}";
    }
}
