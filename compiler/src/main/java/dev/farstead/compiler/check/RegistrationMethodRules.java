// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedRegistration;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.SecretRef;
import java.util.List;
import java.util.stream.Stream;

/** Rules about what goes with registration by hand and by code. */
final class RegistrationMethodRules {
    private static final String METHODS =
            "Palette documentation, clusters/edge/site-deployment/site-installation/edge-host-registration";
    private static final String QR = "profile: {spec: {site: {registration: {method: qr-code, token: null, "
            + "url: \"https://register.example.com\"}}}}";

    private RegistrationMethodRules() {}

    private record Chosen(ResolvedRegistration registration, Sourced<RegistrationMethod> method) {
        boolean is(RegistrationMethod other) {
            return method.value() == other;
        }
    }

    private record WithUrl(Chosen chosen, Sourced<String> url) {}

    private record WithToken(Chosen chosen, ResolvedSite site, Sourced<SecretRef> token) {
        /** A token of the profile is right for its other sites, and the line to mend is that of the site. */
        boolean isOneSitesChoice() {
            return site.spec()
                    .value()
                    .spec()
                    .value()
                    .registration()
                    .map(Located::value)
                    .filter(own -> own.method().isPresent() && own.token().isEmpty())
                    .isPresent();
        }
    }

    static final Rule<SiteContext, WithUrl> URL_UNUSED = Rule.site("REG-040")
            .title("the application for registering is given, and no code leads to it")
            .why("The code on the screen holds the URL. With another method no host shows a code.")
            .evidence(METHODS, "C-66")
            .good(QR)
            .bad("profile: {spec: {site: {registration: {url: \"https://register.example.com\"}}}}")
            .subjects(context -> chosen(context)
                    .flatMap(chosen -> chosen.registration().url().map(url -> new WithUrl(chosen, url)).stream()))
            .broken(subject -> !subject.chosen().is(RegistrationMethod.QR_CODE), (subject, finding) -> {
                Written.at(finding, subject.url());
                Written.related(finding, subject.chosen().method(), "the method is chosen here");
                finding.message("with `method: "
                                + subject.chosen().method().value().text()
                                + "` no host shows a code that leads to `url`")
                        .effect("the line would have no effect")
                        .addFixes(Fix.advice("take `url` out, or set `method: qr-code`"));
            });

    static final Rule<SiteContext, Chosen> MANUAL_TOKEN = Rule.site("REG-041")
            .warning()
            .title("registration by hand has no token")
            .why("""
                    The document names a token among what registration by hand needs, and its example has one. In one sentence \
                    elsewhere it says that the identifier alone is enough: with the token the host registers either way.""")
            .evidence(METHODS, "C-65")
            .good("profile: {spec: {site: {registration: {method: manual}}}}")
            .bad("profile: {spec: {site: {registration: {method: manual, token: null}}}}")
            .subjects(context -> chosen(context).filter(chosen -> chosen.is(RegistrationMethod.MANUAL)))
            .broken(chosen -> chosen.registration().token().isEmpty(), (chosen, finding) -> {
                Written.at(finding, chosen.method());
                finding.message("registration is by hand, and no token is given")
                        .effect("the management plane may refuse hosts whose identifier was entered")
                        .addFixes(Fix.advice(
                                "set `registration.token: {secretRef: …}` to the name of the secret that holds"
                                        + " the token"));
            });

    static final Rule<SiteContext, Chosen> QR_URL = Rule.site("REG-042")
            .title("registration by code has no application to lead to")
            .why("""
                    The code on the screen is the URL of an application that one runs oneself, with the host's identifier in it. The \
                    application creates the host and its cluster in the management plane.""")
            .evidence(METHODS + "; github.com/spectrocloud/CanvOS v4.4.12 user-data.template", "C-66")
            .good(QR)
            .bad("profile: {spec: {site: {registration: {method: qr-code, token: null}}}}")
            .subjects(context -> chosen(context).filter(chosen -> chosen.is(RegistrationMethod.QR_CODE)))
            .broken(chosen -> chosen.registration().url().isEmpty(), (chosen, finding) -> {
                Written.at(finding, chosen.method());
                finding.message("registration is by code, and `url` is not given")
                        .label("the code needs a place to lead to")
                        .effect("the screen shows no code, and the hosts are never registered")
                        .addFixes(Fix.advice(
                                "set `registration.url` to the application, such as `https://register.example.com`"));
            });

    static final Rule<SiteContext, WithToken> QR_TOKEN = Rule.site("REG-043")
            .title("registration by code has a token")
            .why("""
                    A host that has a token registers by itself at its first start. The code is shown while a host is not \
                    registered, so it never appears, and the application never creates the cluster.""")
            .evidence(METHODS, "C-67")
            .good("profile: {spec: {site: {registration: {method: manual}}}}")
            .bad("profile: {spec: {site: {registration: {method: qr-code, url: \"https://register.example.com\"}}}}")
            .subjects(context -> chosen(context)
                    .flatMap(
                            chosen -> chosen
                                    .registration()
                                    .token()
                                    .map(token -> new WithToken(chosen, context.site(), token))
                                    .stream()))
            .broken(subject -> subject.chosen().is(RegistrationMethod.QR_CODE), (subject, finding) -> {
                finding.message("registration is by code, and a token is given")
                        .effect("the code never appears, and the application creates no cluster");
                if (subject.isOneSitesChoice()) {
                    Written.at(finding, subject.chosen().method());
                    Written.related(finding, subject.token(), "the token of the profile is for all its sites");
                    finding.label("with a token the hosts register by themselves")
                            .addFixes(Fix.advice(
                                    "set `method: auto` here, or move `registration.token` from the profile to"
                                            + " the sites that register by themselves"));
                } else {
                    Written.at(finding, subject.token());
                    Written.related(finding, subject.chosen().method(), "the method is chosen here");
                    finding.label("with it the hosts register by themselves")
                            .addFixes(Fix.advice("take `token` out, or set `method: auto`"));
                }
            });

    static final Rule<SiteContext, Sourced<String>> URL_HOST = Rule.site("REG-045")
            .title("the application for registering has no host, or a port that does not exist")
            .why("""
                    The code on the screen is the URL of the application. A phone opens it only if it has a host, and a port between 1 \
                    and 65535 if any.""")
            .evidence(METHODS + "; RFC 3986, section 3.2", "C-66")
            .good(QR)
            .bad(QR.replace("example.com", "example.com:99999"))
            // Words never repeat a login, of which another rule tells.
            .subjects(context ->
                    context.site().registration().url().stream().filter(url -> !Concealment.holdsLogin(url.value())))
            .broken(url -> Hosts.url(url.value()).filter(Hosts::isReachable).isEmpty(), (url, finding) -> {
                Written.at(finding, url);
                String fault =
                        Hosts.url(url.value()).isEmpty() ? "is no URL" : "has no host, or a port that does not exist";
                finding.message("`" + url.value() + "` " + fault)
                        .effect("the code on the screen leads nowhere, and the hosts are never registered")
                        .addFixes(Fix.advice("write a URL such as `https://register.example.com:8443/hosts`"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(URL_UNUSED, MANUAL_TOKEN, QR_URL, QR_TOKEN, URL_HOST);

    /** Elsewhere no host registers, and the method is a mistake of its own. */
    private static Stream<Chosen> chosen(SiteContext context) {
        boolean registers =
                context.profile().hasAgent() && context.profile().mode().value() == ClusterMode.CONNECTED;
        ResolvedRegistration registration = context.site().registration();
        return registers
                ? registration.method().map(method -> new Chosen(registration, method)).stream()
                : Stream.empty();
    }
}
