// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the certificates that a site trusts. */
final class CertificateRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, site.caCerts";
    private static final String X509 = "RFC 5280, sections 4.1.2.5 and 4.2.1.9";
    private static final int SOON = 30;

    private CertificateRules() {}

    /**
     * The text of a certificate.
     *
     * @param text the text, with its origin
     * @param pem what the text holds
     * @param today the day on which to judge, where one is given
     */
    record Given(Sourced<String> text, PemText pem, Optional<LocalDate> today) {
        static Stream<Given> of(SiteContext context) {
            return context.site().network().caCertificates().stream()
                    .map(text -> new Given(text, context.pems().of(text.value()), context.today()));
        }

        /** One whole certificate: only of such a text more can be said. */
        static Stream<Given> whole(SiteContext context) {
            return of(context).filter(given -> given.pem().isWhole());
        }

        LocalDate start() {
            return pem.certificate().orElseThrow().notBefore();
        }

        LocalDate end() {
            return pem.certificate().orElseThrow().notAfter();
        }

        void at(Finding.Builder finding) {
            text.origin().places().findFirst().ifPresent(finding::at);
        }

        String subject() {
            return pem.certificate().orElseThrow().subject();
        }
    }

    /**
     * A certificate and the equal one before it.
     *
     * @param certificate the certificate
     * @param first the one before it, if there is one
     */
    record Repeated(Given certificate, Optional<Given> first) {
        static Stream<Repeated> of(SiteContext context) {
            List<Given> seen = new ArrayList<>();
            return Given.whole(context).map(given -> {
                Optional<Given> first = seen.stream()
                        .filter(other ->
                                other.pem().certificate().equals(given.pem().certificate()))
                        .findFirst();
                seen.add(given);
                return new Repeated(given, first);
            });
        }
    }

    static final Rule<SiteContext, Given> PRIVATE_KEY = Rule.site("CERT-001")
            .title("a private key stands among the certificates")
            .why("""
                    Certificates are written into files that many people read. A private key among them is a secret in the open, and \
                    whoever reads it can pose as its owner.""")
            .evidence(REFERENCE, "C-162")
            .inferred()
            .good(ExampleCertificates.trusting(ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(
                    ExampleCertificates.ROOT + "-----BEGIN PRIVATE KEY-----\\n…\\n-----END PRIVATE KEY-----\\n"))
            .subjects(Given::of)
            .broken(given -> given.pem().hasPrivateKey(), (given, finding) -> {
                given.at(finding);
                finding.hidden(true)
                        .message("this text holds a private key")
                        .effect("the key can be read in the user-data and on each host")
                        .addFixes(Fix.advice("give the certificate alone, and replace the key: it has been shown"));
            });

    static final Rule<SiteContext, Given> NO_CERTIFICATE = Rule.site("CERT-002")
            .title("a text is not a certificate in PEM form")
            .why("""
                    A certificate is the line `-----BEGIN CERTIFICATE-----`, base64 text, and the line \
                    `-----END CERTIFICATE-----`, each with exactly five dashes at both ends. Templates show six dashes and \
                    asterisks as a placeholder. The host ignores what it can't read and does not trust what was meant.""")
            .evidence(REFERENCE + "; github.com/spectrocloud/CanvOS v4.4.12 user-data.template", "C-162")
            .good(ExampleCertificates.trusting(ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(
                    ExampleCertificates.ROOT.replace("-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE------")))
            .subjects(context -> Given.of(context).filter(given -> !given.pem().hasPrivateKey()))
            .broken(given -> given.pem().blocks() <= 1 && !given.pem().isWhole(), (given, finding) -> {
                given.at(finding);
                finding.message("this is not a certificate in PEM form")
                        .label(given.pem().fault())
                        .effect("the host does not trust what the certificate was meant for")
                        .addFixes(Fix.advice("copy the whole certificate, from BEGIN to END"));
            });

    static final Rule<SiteContext, Given> SEVERAL = Rule.site("CERT-003")
            .title("one text holds several certificates")
            .why(
                    "Each item of the list is one full PEM block. What happens to a second block in one item is not documented.")
            .evidence(REFERENCE, "C-162")
            .good(ExampleCertificates.trusting(ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(ExampleCertificates.ROOT + ExampleCertificates.LEAF))
            .subjects(context -> Given.of(context).filter(given -> !given.pem().hasPrivateKey()))
            .broken(given -> given.pem().blocks() > 1, (given, finding) -> {
                given.at(finding);
                finding.message("this text holds " + given.pem().blocks() + " certificates")
                        .effect("the host may trust the first one alone")
                        .addFixes(Fix.advice("split the text: one certificate an item"));
            });

    static final Rule<SiteContext, Given> NO_AUTHORITY = Rule.site("CERT-004")
            .warning()
            .title("a certificate is not one of an authority")
            .why("""
                    What is trusted here signs other certificates. A certificate without the CA mark signs none, so most programs do \
                    not accept what it was meant for; often the one of a server was copied instead of its root.""")
            .evidence(X509, "C-162")
            .good(ExampleCertificates.trusting(ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(ExampleCertificates.LEAF))
            .subjects(Given::whole)
            .broken(given -> !given.pem().certificate().orElseThrow().isAuthority(), (given, finding) -> {
                given.at(finding);
                finding.message("the certificate is not one of an authority")
                        .addValues("subject: " + given.subject())
                        .effect("most programs do not trust what it was meant for")
                        .addFixes(Fix.advice("give the certificate of the authority that signed it"));
            });

    static final Rule<SiteContext, Given> EXPIRED = Rule.site("CERT-005")
            .title("a certificate has expired")
            .why(
                    "What an expired authority signed is refused. The compiler has no clock: it judges by the date from its caller.")
            .evidence(X509, "C-162")
            .good(ExampleCertificates.trusting(LocalDate.of(2024, 1, 31), ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(LocalDate.of(2126, 1, 31), ExampleCertificates.ROOT))
            .subjects(context ->
                    Given.whole(context).filter(given -> given.today().isPresent()))
            .broken(given -> given.today().filter(given.end()::isBefore).isPresent(), (given, finding) -> {
                given.at(finding);
                finding.message("the certificate has expired")
                        .addValues("subject: " + given.subject() + ", valid until " + given.end())
                        .effect("what it signed is refused, often the management plane behind a proxy")
                        .addFixes(Fix.advice("give the certificate that took its place"));
            });

    static final Rule<SiteContext, Given> EXPIRES_SOON = Rule.site("CERT-006")
            .warning()
            .title("a certificate expires within a month")
            .why("A host that is installed later than that refuses what the authority signed.")
            .evidence(X509, "C-162")
            .good(ExampleCertificates.trusting(LocalDate.of(2024, 1, 31), ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(LocalDate.of(2099, 12, 15), ExampleCertificates.ROOT))
            .subjects(context -> Given.whole(context)
                    .filter(given -> given.today()
                            .filter(today -> !today.isAfter(given.end()))
                            .isPresent()))
            .broken(
                    given -> given.today()
                            .map(today -> today.plusDays(SOON))
                            .filter(given.end()::isBefore)
                            .isPresent(),
                    (given, finding) -> {
                        given.at(finding);
                        finding.message("the certificate expires on " + given.end())
                                .addValues("subject: " + given.subject())
                                .effect("what it signed is refused from then on")
                                .addFixes(Fix.advice("add the certificate that takes its place"));
                    });

    static final Rule<SiteContext, Repeated> TWICE = Rule.site("CERT-007")
            .note()
            .title("a certificate is given twice")
            .why("The second one changes nothing.")
            .evidence(REFERENCE, "C-162")
            .inferred()
            .good(ExampleCertificates.trusting(ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(ExampleCertificates.ROOT, ExampleCertificates.ROOT + "\\n"))
            .subjects(Repeated::of)
            .broken(repeated -> repeated.first().isPresent(), (repeated, finding) -> {
                repeated.certificate().at(finding);
                finding.message("this certificate is given twice")
                        .addValues("subject: " + repeated.certificate().subject())
                        .effect("the second one changes nothing")
                        .addFixes(Fix.advice("take one of the two out"));
                repeated.first()
                        .flatMap(first -> first.text().origin().places().findFirst())
                        .ifPresent(place -> finding.addRelated(new Related(place.value(), "it stands here first")));
            });

    static final Rule<SiteContext, Given> NOT_YET = Rule.site("CERT-008")
            .warning()
            .title("a certificate is not valid yet")
            .why("""
                    Until its first day, what an authority signed is refused. Beside the certificate whose place it will take, one that \
                    is not valid yet does no harm. The compiler has no clock: it judges by the date from its caller.""")
            .evidence(X509, "C-162")
            .good(ExampleCertificates.trusting(LocalDate.of(2024, 1, 1), ExampleCertificates.ROOT))
            .bad(ExampleCertificates.trusting(LocalDate.of(2023, 12, 31), ExampleCertificates.ROOT))
            .subjects(context ->
                    Given.whole(context).filter(given -> given.today().isPresent()))
            .broken(given -> given.today().filter(given.start()::isAfter).isPresent(), (given, finding) -> {
                given.at(finding);
                finding.message("the certificate is not valid yet")
                        .addValues("subject: " + given.subject() + ", valid from " + given.start())
                        .effect("what it signed is refused until then, often the management plane behind a proxy")
                        .addFixes(Fix.advice("give the certificate that is valid until then as well"));
            });

    static final List<Rule<SiteContext, ?>> ALL =
            List.of(PRIVATE_KEY, NO_CERTIFICATE, SEVERAL, NO_AUTHORITY, EXPIRED, EXPIRES_SOON, TWICE, NOT_YET);
}
