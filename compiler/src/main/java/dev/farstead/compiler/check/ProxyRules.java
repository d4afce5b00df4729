// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.resolve.ResolvedProxy;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.KubeadmProviderFacts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the proxy of a site. */
final class ProxyRules {
    private static final String SAMPLES = "Palette documentation, clusters/edge/edgeforge-workflow/prepare-user-data";
    private static final String GO = "golang.org/x/net v0.30.0 http/httpproxy/proxy.go";
    private static final String ALL_HOSTS = "*";
    private static final Pattern HOST = Pattern.compile(
            "\\.?[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?)*+(:[0-9]{1,5})?");
    private static final Pattern ONLY_NUMBERS = Pattern.compile("[0-9.]+(/[0-9]+)?");

    private ProxyRules() {}

    /**
     * The address of a proxy.
     *
     * @param text what is written
     * @param uri what it means; empty where it is no URL
     */
    record Address(Sourced<String> text, Optional<URI> uri) {
        static Stream<Address> of(ResolvedSite site) {
            return site.network().proxy().stream()
                    .flatMap(proxy -> Stream.concat(proxy.http().stream(), proxy.https().stream()))
                    .map(text -> new Address(text, Hosts.url(text.value())));
        }

        boolean hasCredentials() {
            // A password may hold what otherwise ends a host: `/`, `?` or `#`.
            return text.value().contains("@");
        }

        /** Returns the host of the URL, where nothing in the text is a secret; an IPv6 address without its brackets. */
        Stream<Sourced<String>> host() {
            return uri
                    .filter(found -> !hasCredentials())
                    .flatMap(found -> Optional.ofNullable(found.getHost()))
                    .map(host -> text.map(whole -> host.replaceAll("[\\[\\]]", "")))
                    .stream();
        }

        boolean isPlain() {
            return uri.filter(Hosts::isReachable)
                    .filter(found -> found.getRawPath() == null
                            || found.getRawPath().isEmpty()
                            || found.getRawPath().equals("/"))
                    .filter(found -> found.getRawQuery() == null && found.getRawFragment() == null)
                    .isPresent();
        }
    }

    static final Rule<SiteContext, Address> CREDENTIALS = Rule.site("PROXY-001")
            .title("the address of a proxy holds a user or a password")
            .why("""
                    The address is written into files that many people read, and into the environment of every service. A password \
                    in it is a secret in the open.""")
            .evidence(SAMPLES, "C-157")
            .inferred()
            .good(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}")
            .bad(
                    "site: {spec: {network: {proxy: {http: \"http://ops:secret@proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}")
            .subjects(context -> Address.of(context.site()))
            .broken(Address::hasCredentials, (address, finding) -> {
                Written.at(finding, address.text());
                // The words never repeat what is written: it holds a secret.
                finding.hidden(true)
                        .message("the address of a proxy holds a user or a password")
                        .effect("the password can be read in the user-data, the cluster request and on each host")
                        .addFixes(Fix.advice(
                                "let the proxy know the site by its addresses, and leave user and password out"));
            });

    static final Rule<SiteContext, Address> FORM = Rule.site("PROXY-002")
            .title("the address of a proxy is not scheme, host and port alone")
            .why("""
                    A proxy is reached at a host and a port. Programs treat a path or a query behind them differently: some ignore \
                    it, some refuse the address and go out directly.""")
            .evidence(SAMPLES, "C-157")
            .good(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}")
            .bad(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128/proxy.pac\", https: \"http://proxy.example.com:3128\"}}}}")
            .subjects(context -> Address.of(context.site()).filter(address -> !address.hasCredentials()))
            .broken(address -> !address.isPlain(), (address, finding) -> {
                Written.at(finding, address.text());
                finding.message("`" + address.text().value() + "` is not scheme, host and port alone")
                        .effect("some programs on the host go out without the proxy")
                        .addFixes(Fix.advice("write an address such as `http://proxy.example.com:3128`"));
            });

    static final Rule<SiteContext, ResolvedProxy> ONE_ONLY = Rule.site("PROXY-003")
            .warning()
            .title("a proxy is set for one of HTTP and HTTPS alone")
            .why("""
                    Nearly everything that a host fetches comes over HTTPS: with `http` alone it goes out directly, and fails where \
                    only the proxy may. With `https` alone package mirrors over HTTP fail.""")
            .evidence("Palette documentation, clusters/edge/edge-configuration/installer-reference", "C-153", "C-155")
            .inferred()
            .good(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}")
            .bad("site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\"}}}}")
            .subjects(context -> elsewhere(context)
                    .filter(proxy -> proxy.http().isPresent() || proxy.https().isPresent()))
            .broken(proxy -> proxy.http().isEmpty() || proxy.https().isEmpty(), (proxy, finding) -> {
                boolean http = proxy.http().isPresent();
                proxy.http().or(proxy::https).ifPresent(found -> Written.at(finding, found));
                finding.message("a proxy is set for " + (http ? "`http`" : "`https`") + " alone")
                        .effect((http ? "HTTPS" : "HTTP") + " goes out without a proxy")
                        .addFixes(
                                Fix.advice("set `" + (http ? "https" : "http") + "` too, mostly to the same address"));
            });

    /**
     * The proxy of a site whose nodes kubeadm sets up.
     *
     * @param proxy the proxy
     * @param release the provider on the nodes
     */
    record OfKubeadm(ResolvedProxy proxy, KubeadmProviderFacts.Release release) {
        static Stream<OfKubeadm> of(SiteContext context) {
            return context.profile().flavor().value().isKubeadm()
                    ? context.profile().agent().stream()
                            .flatMap(agent -> agent
                                    .provider(context.profile().flavor().value().text())
                                    .flatMap(version -> context.catalogue()
                                            .kubeadmProvider()
                                            .release(version))
                                    .stream())
                            .flatMap(release -> ProxyRules.proxy(context).map(proxy -> new OfKubeadm(proxy, release)))
                    : Stream.empty();
        }

        boolean isAlone() {
            return proxy.http().isPresent() != proxy.https().isPresent();
        }

        boolean takesOneForBoth() {
            return release.kubeletHttpsProxy().equals("HTTP_PROXY")
                    && proxy.http().isPresent()
                    && proxy.https().isPresent()
                    && !proxy.http().get().value().equals(proxy.https().get().value());
        }
    }

    static final Rule<SiteContext, OfKubeadm> KUBEADM_ONE_ONLY = Rule.site("PROXY-030")
            .title("kubeadm is given a proxy for one of HTTP and HTTPS alone")
            .why("""
                    The provider of PXK-E hands both proxies and the exceptions to its scripts one after the other. Where one is empty \
                    the rest moves up: the HTTPS proxy becomes that for HTTP, and the exceptions become the HTTPS proxy.""")
            .evidence("github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 stages/init.go, stages/join.go", "C-153")
            .inferred()
            .good(
                    "{profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: null}}}, site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}}")
            .bad(
                    "{profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: null}}}, site: {spec: {network: {proxy: {https: \"http://proxy.example.com:3128\"}}}}}")
            .subjects(OfKubeadm::of)
            .broken(OfKubeadm::isAlone, (subject, finding) -> {
                Sourced<String> given =
                        subject.proxy().http().or(() -> subject.proxy().https()).orElseThrow();
                Written.at(finding, given);
                String missing = subject.proxy().http().isPresent() ? "https" : "http";
                finding.message("PXK-E is given no proxy for `" + missing + "`")
                        .effect("images are pulled through the wrong proxy or none, and the node never becomes ready")
                        .addFixes(Fix.advice(
                                "set `proxy." + missing + "` as well, to the same address if there is one proxy"));
            });

    static final Rule<SiteContext, OfKubeadm> KUBELET_HTTPS = Rule.site("PROXY-031")
            .warning()
            .title("the kubelet gets the HTTP proxy for HTTPS too")
            .why("""
                    The provider of PXK-E in this agent release writes the HTTP proxy into both variables of the kubelet. A different HTTPS \
                    proxy reaches containerd and not the kubelet.""")
            .evidence("github.com/kairos-io/provider-kubeadm v4.4.1 stages/proxy.go", "C-156")
            .good(
                    "{profile: {spec: {agent: {version: 4.4.12}, kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: null}}}, site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}}")
            .bad(
                    "{profile: {spec: {agent: {version: 4.4.12}, kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: null}}}, site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3129\"}}}}}")
            .subjects(OfKubeadm::of)
            .broken(OfKubeadm::takesOneForBoth, (subject, finding) -> {
                Written.at(finding, subject.proxy().https().orElseThrow());
                finding.message("the kubelet of this agent release takes the proxy of `http` for HTTPS too")
                        .addValues("the kubelet gets "
                                + subject.proxy().http().orElseThrow().value())
                        .effect("the kubelet goes through another proxy than containerd")
                        .addFixes(Fix.advice("give both the same address, or choose a newer agent release"));
            });

    static final Rule<SiteContext, ResolvedProxy> EXCEPTIONS_ALONE = Rule.site("PROXY-004")
            .title("exceptions from a proxy are given, and there is no proxy")
            .why("Without `http` and `https` nothing goes through a proxy, so the exceptions have no effect.")
            .evidence("Palette documentation, clusters/edge/edge-configuration/installer-reference", "C-155")
            .inferred()
            .good(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}")
            .bad("site: {spec: {network: {proxy: {noProxy: [.example.com]}}}}")
            .subjects(ProxyRules::proxy)
            .broken(proxy -> proxy.http().isEmpty() && proxy.https().isEmpty(), (proxy, finding) -> {
                proxy.noProxy().stream().findFirst().ifPresent(item -> Written.at(finding, item));
                finding.message("`noProxy` is given without a proxy")
                        .effect("the exceptions have no effect")
                        .addFixes(Fix.advice("set `http` and `https`, or take `noProxy` out"));
            });

    static final Rule<SiteContext, Sourced<String>> WILDCARD = Rule.site("PROXY-005")
            .title("an exception from the proxy starts with a star")
            .why("""
                    The programs on the node are written in Go, which takes the star for a letter. A domain with all names in it is \
                    written with a leading dot.""")
            .evidence(GO, "C-154")
            .inferred()
            .good(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\", noProxy: [.example.com]}}}}")
            .bad(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\", noProxy: [\"*.example.com\"]}}}}")
            .subjects(ProxyRules::exceptions)
            .broken(ProxyRules::isWildcard, (item, finding) -> {
                Written.at(finding, item);
                finding.message("`" + item.value() + "` matches no name")
                        .effect("names of this domain go through the proxy");
                if (item.origin() instanceof Origin.Written written) {
                    String suffix = item.value().substring(1);
                    finding.addFixes(Fix.of(
                            "write `" + suffix + "`",
                            SpecText.replace(written.place(), suffix),
                            Fix.Applicability.SAFE));
                }
            });

    static final Rule<SiteContext, Sourced<String>> EXCEPTION_FORM = Rule.site("PROXY-006")
            .title("an exception from the proxy is no host, domain, address or range")
            .why("""
                    Exceptions are joined by commas into one text. Each must be a host, a domain with a leading dot, an address or a \
                    range; anything else matches nothing.""")
            .evidence(GO + "; " + SAMPLES, "C-154")
            .good(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\", noProxy: [.example.com, 10.9.0.0/16]}}}}")
            .bad(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\", noProxy: [.example.com, 10.9.0.0/36]}}}}")
            .subjects(context -> exceptions(context).filter(item -> !isWildcard(item)))
            .broken(item -> !isException(item.value()), (item, finding) -> {
                Written.at(finding, item);
                finding.message("`" + item.value() + "` is no host, domain, address or range")
                        .effect("the exception matches nothing")
                        .addFixes(Fix.advice(
                                "write a host, `.example.com`, `10.9.0.1` or `10.9.0.0/16`, without a scheme"));
            });

    static final Rule<SiteContext, Sourced<String>> EVERYTHING = Rule.site("PROXY-007")
            .title("an exception lets everything past the proxy")
            .why("""
                    The programs on the node are written in Go, which reads a star alone as every name and every address: nothing goes \
                    through the proxy, whatever else the list holds. Behind a proxy that is the only way out, nothing is reached.""")
            .evidence(GO, "C-154")
            .good(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\", noProxy: [.example.com]}}}}")
            .bad(
                    "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\", noProxy: [.example.com, \"*\"]}}}}")
            // Without a proxy all exceptions are in vain, and that is said of them together.
            .subjects(context -> proxy(context)
                    .filter(proxy -> proxy.http().isPresent() || proxy.https().isPresent())
                    .flatMap(ProxyRules::written))
            .broken(item -> item.value().equals(ALL_HOSTS), (item, finding) -> {
                Written.at(finding, item);
                finding.message("`" + ALL_HOSTS + "` lets everything past the proxy")
                        .effect("nothing goes through the proxy, and where that is the only way out no host registers")
                        .addFixes(Fix.advice("name the hosts, domains and ranges that are reached directly, "
                                + "or take the proxy out"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(
            CREDENTIALS,
            FORM,
            ONE_ONLY,
            KUBEADM_ONE_ONLY,
            KUBELET_HTTPS,
            EXCEPTIONS_ALONE,
            WILDCARD,
            EXCEPTION_FORM,
            EVERYTHING);

    /** What kubeadm's nodes make of it has a rule of its own. */
    private static Stream<ResolvedProxy> elsewhere(SiteContext context) {
        return context.profile().flavor().value().isKubeadm() ? Stream.empty() : proxy(context);
    }

    private static Stream<ResolvedProxy> proxy(SiteContext context) {
        return context.site().network().proxy().stream();
    }

    private static Stream<Sourced<String>> exceptions(SiteContext context) {
        return proxy(context).flatMap(ProxyRules::written);
    }

    /** What the compiler adds itself is right. */
    private static Stream<Sourced<String>> written(ResolvedProxy proxy) {
        return proxy.noProxy().stream().filter(item -> item.origin() instanceof Origin.Written);
    }

    private static boolean isWildcard(Sourced<String> item) {
        return item.value().startsWith("*.");
    }

    private static boolean isException(String item) {
        if (item.equals(ALL_HOSTS)
                || IpAddress.parse(item).isPresent()
                || IpPrefix.parse(item).isPresent()) {
            return true;
        }
        return HOST.matcher(item).matches() && !ONLY_NUMBERS.matcher(item).matches();
    }
}
