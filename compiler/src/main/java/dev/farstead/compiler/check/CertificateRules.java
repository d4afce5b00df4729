// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the certificates of private authorities. */
final class CertificateRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference";
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final int SOON_DAYS = 30;

    private CertificateRules() {}

    /** A text, and the certificate in it if it holds exactly one. */
    private record Text(Sourced<String> text, Optional<X509Certificate> certificate) {
        static Text of(Sourced<String> text) {
            return new Text(text, parse(text.value()));
        }
    }

    /** A certificate and the day on which it is judged. */
    private record Dated(Text text, LocalDate end, LocalDate today) {}

    private static final Rule<SiteContext, Text> NOT_PEM = Rule.site("CERT-001")
            .title("a certificate is no PEM text")
            .why("""
                    The agent puts the text into the trust store of the host. A block that is cut short, has other than five dashes, or \
                    is still the placeholder of a template is skipped, and every connection that needs it fails.""")
            .evidence(REFERENCE + "; github.com/spectrocloud/CanvOS v4.4.12 user-data.template", "C-162")
            .good("site: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .bad("site: {spec: {network: {caCertificates: [{file: certs/placeholder.pem}]}}}")
            .subjects(context -> texts(context).filter(text -> !holdsKey(text) && blocks(text) <= 1))
            .broken(text -> text.certificate().isEmpty(), (text, finding) -> {
                Written.at(finding, text.text());
                finding.message("this is no certificate in PEM form")
                        .label("the text, or what this file holds, can't be read as an X.509 certificate")
                        .effect(
                                "the host does not trust the authority, so it reaches neither proxy nor registry behind it")
                        .addFixes(Fix.advice("give the whole block, from `" + BEGIN + "` to `" + END + "`"));
            });

    private static final Rule<SiteContext, Text> SEVERAL = Rule.site("CERT-002")
            .title("one text holds several certificates")
            .why("Each item of the list is one certificate. What follows the first block of an item may be skipped.")
            .evidence(REFERENCE, "C-162")
            .inferred()
            .good("site: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .bad("site: {spec: {network: {caCertificates: [{file: certs/two.pem}]}}}")
            .subjects(CertificateRules::texts)
            .broken(text -> blocks(text) > 1, (text, finding) -> {
                Written.at(finding, text.text());
                finding.message("the text holds " + blocks(text) + " certificates")
                        .effect("only the first is certain to be trusted")
                        .addFixes(Fix.advice("make an item of the list of each certificate"));
            });

    private static final Rule<SiteContext, Text> PRIVATE_KEY = Rule.site("CERT-003")
            .title("a private key stands where a certificate belongs")
            .why(
                    "The text goes to every host of the site. Whoever has the key can make certificates that all of them trust.")
            .evidence(REFERENCE, "C-162")
            .inferred()
            .good("site: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .bad("site: {spec: {network: {caCertificates: [{file: certs/key.pem}]}}}")
            .subjects(CertificateRules::texts)
            .broken(CertificateRules::holdsKey, (text, finding) -> {
                Written.at(finding, text.text());
                finding.message("the text holds a private key")
                        .effect("the key of the authority would be copied to every host")
                        .addFixes(Fix.advice(
                                "give the certificate alone, and replace the key if this was handed on already"));
            });

    private static final Rule<SiteContext, Text> NO_AUTHORITY = Rule.site("CERT-004")
            .warning()
            .title("a certificate is not that of an authority")
            .why("""
                    A certificate whose basic constraints don't say that it may sign others is trusted only for itself, by some \
                    programs, and not at all by the rest.""")
            .evidence("RFC 5280 section 4.2.1.9", "C-162")
            .inferred()
            .good("site: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .bad("site: {spec: {network: {caCertificates: [{file: certs/leaf.pem}]}}}")
            .subjects(
                    context -> texts(context).filter(text -> text.certificate().isPresent()))
            .broken(text -> text.certificate().orElseThrow().getBasicConstraints() < 0, (text, finding) -> {
                Written.at(finding, text.text());
                finding.message("the certificate is not that of an authority")
                        .addValues("subject: " + subject(text))
                        .effect("connections to servers whose certificates it should vouch for may fail")
                        .addFixes(Fix.advice("give the certificate of the authority that signed it"));
            });

    private static final Rule<SiteContext, Dated> EXPIRED = Rule.site("CERT-005")
            .title("a certificate has expired")
            .why("No program trusts it any more. Judged only where the caller says what day it is.")
            .evidence("RFC 5280 section 4.1.2.5", "C-162")
            .inferred()
            .good("today: '2027-01-01'\nsite: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .bad("today: '2101-01-01'\nsite: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .subjects(CertificateRules::dated)
            .broken(dated -> dated.end().isBefore(dated.today()), (dated, finding) -> {
                Written.at(finding, dated.text().text());
                finding.message("the certificate expired on " + dated.end())
                        .addValues("subject: " + subject(dated.text()), "judged on " + dated.today())
                        .effect("the host trusts no server behind it")
                        .addFixes(Fix.advice("give the authority's current certificate"));
            });

    private static final Rule<SiteContext, Dated> EXPIRES_SOON = Rule.site("CERT-006")
            .warning()
            .title("a certificate expires within a month")
            .why(
                    "Hosts keep the certificate that they were installed with until their user-data is changed, one by one.")
            .evidence("RFC 5280 section 4.1.2.5", "C-162")
            .inferred()
            .good("today: '2027-01-01'\nsite: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .bad("today: '2099-12-10'\nsite: {spec: {network: {caCertificates: [{file: certs/root.pem}]}}}")
            .subjects(context -> dated(context).filter(dated -> !dated.end().isBefore(dated.today())))
            .broken(dated -> dated.end().isBefore(dated.today().plusDays(SOON_DAYS)), (dated, finding) -> {
                Written.at(finding, dated.text().text());
                finding.message("the certificate expires on " + dated.end())
                        .addValues("subject: " + subject(dated.text()), "judged on " + dated.today())
                        .effect("after that day the host trusts no server behind it")
                        .addFixes(Fix.advice("give the authority's next certificate as well"));
            });

    static final List<Rule<SiteContext, ?>> ALL =
            List.of(NOT_PEM, SEVERAL, PRIVATE_KEY, NO_AUTHORITY, EXPIRED, EXPIRES_SOON);

    private static Stream<Text> texts(SiteContext context) {
        return context.site().network().caCertificates().stream().map(Text::of);
    }

    private static Stream<Dated> dated(SiteContext context) {
        List<Dated> dated = new ArrayList<>();
        context.today()
                .ifPresent(today -> texts(context)
                        .forEach(text -> text.certificate()
                                .ifPresent(certificate -> dated.add(new Dated(
                                        text,
                                        certificate
                                                .getNotAfter()
                                                .toInstant()
                                                .atZone(ZoneOffset.UTC)
                                                .toLocalDate(),
                                        today)))));
        return dated.stream();
    }

    private static Optional<X509Certificate> parse(String text) {
        String block = text.strip();
        if (!block.startsWith(BEGIN) || !block.endsWith(END)) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.UTF_8))));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static int blocks(Text text) {
        return text.text().value().split(BEGIN, -1).length - 1;
    }

    private static boolean holdsKey(Text text) {
        return text.text().value().contains("PRIVATE KEY-----");
    }

    private static String subject(Text text) {
        return text.certificate().orElseThrow().getSubjectX500Principal().getName();
    }
}
