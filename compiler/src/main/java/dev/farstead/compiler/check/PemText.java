// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that should be one certificate in PEM form.
 *
 * @param blocks the number of certificates in it, whole or not
 * @param hasPrivateKey whether it holds a private key
 * @param certificate the certificate, where the text is exactly one whole block that can be read
 * @param fault what is wrong where it is not, in a few words
 */
record PemText(int blocks, boolean hasPrivateKey, Optional<Certificate> certificate, String fault) {
    private static final Pattern BEGIN = Pattern.compile("(?<!-)-{3,}+BEGIN CERTIFICATE-{3,}");
    private static final Pattern PRIVATE_KEY = Pattern.compile("(?<!-)-{3,}+BEGIN [A-Z0-9 ]*PRIVATE KEY-{3,}");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----[ \\t]*\\R([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----\\s*");

    /**
     * What matters of a certificate.
     *
     * @param subject whom it names
     * @param notBefore the first day on which it is valid, in UTC
     * @param notAfter the last day on which it is valid, in UTC
     * @param isAuthority whether it may sign others
     * @param encoded its bytes in base64
     */
    record Certificate(String subject, LocalDate notBefore, LocalDate notAfter, boolean isAuthority, String encoded) {}

    static PemText of(String text) {
        int blocks = (int) BEGIN.matcher(text).results().count();
        boolean key = PRIVATE_KEY.matcher(text).find();
        if (blocks != 1 || key) {
            return new PemText(blocks, key, Optional.empty(), "there is no single certificate");
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.matches()) {
            return new PemText(blocks, key, Optional.empty(), fault(text));
        }
        Optional<Certificate> read = read(block.group(1));
        return new PemText(blocks, key, read, read.isPresent() ? "" : "the base64 text is not a certificate");
    }

    boolean isWhole() {
        return certificate.isPresent();
    }

    private static String fault(String text) {
        if (!text.startsWith("-----BEGIN CERTIFICATE-----") || text.startsWith("------")) {
            return "the first line is not `-----BEGIN CERTIFICATE-----`";
        }
        if (!text.contains("-----END CERTIFICATE-----")
                || text.contains("------END")
                || text.contains("CERTIFICATE------")) {
            return "the last line is not `-----END CERTIFICATE-----`";
        }
        return "something else than base64 text stands between BEGIN and END, or around them";
    }

    private static Optional<Certificate> read(String body) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(body);
            X509Certificate found = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return Optional.of(new Certificate(
                    found.getSubjectX500Principal().getName(),
                    day(found.getNotBefore()),
                    day(found.getNotAfter()),
                    found.getBasicConstraints() >= 0,
                    Base64.getEncoder().encodeToString(found.getEncoded())));
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Date time) {
        return time.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
