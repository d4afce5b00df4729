// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.secret.Concealment;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcealmentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http: http://ops:word@proxy.example.com:3128 | http: http://••••••••@proxy.example.com:3128",
                "http: http://ops:wo/rd#?@proxy | http: http://•••••••••••@proxy",
                "noProxy: [ops:word@proxy] | noProxy: [••••••••@proxy]",
                "token: word | token: ••••",
                "passwordHash: \"$6$a\" # old | passwordHash: ••••••••••••",
                "{agent-token: word, debug: true} | {agent-token: ••••••••••••••••••",
                "{\"token\":\"word\"} | {\"token\":•••••••",
                "token: {secretRef: a, value: word} | token: •••••••••••••••••••••••••••",
                "token: ☃\uD83D\uDE00 | token: ••"
            })
    void what_has_the_form_of_a_secret_is_dotted(String line, String shown) {
        assertThat(Concealment.line(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token: {secretRef: registration-token}",
                "registration: {token: {secretRef: registration-token}, project: stores}",
                "{\"token\": {\"secretRef\": \"registration-token\"}}",
                "token-file: /etc/token",
                "etcd-s3-config-secret: backup",
                "secrets-encryption: true",
                "- ssh-ed25519 AAAA ops@example.com",
                "baseImage: registry.example.com/os/ubuntu:22.04@sha256:0123",
                "token:",
                "http: http://proxy.example.com:3128"
            })
    void what_only_looks_like_it_stays(String line) {
        assertThat(Concealment.line(line)).isEqualTo(line);
        assertThat(Concealment.words(line)).isEqualTo(line);
    }

    /** The same in a regular expression, which takes the square of a text's length. */
    private static final Pattern LOGIN =
            Pattern.compile("(?<=//)[^\\s\"'`]*@(?!sha256:)|[^\\s/:@\"'`{}\\[\\],]+:[^\\s@/\"'`]+@(?!sha256:)");

    @Test
    void loginsAreFoundAsTheirFormSays() {
        String[] parts = {"a", "b", ":", "/", "//", "@", "@", "{", " ", "\"", ",", "sha256:", "https://"};
        Random random = new Random(20261126);
        int logins = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(14); part >= 0; part--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String concealed = LOGIN.matcher(text).replaceAll("\u2022\u2022\u2022@");
            logins += concealed.contentEquals(text) ? 0 : 1;

            assertThat(Concealment.words(text.toString())).as(text.toString()).isEqualTo(concealed);
            assertThat(Concealment.holdsLogin(text.toString()))
                    .isEqualTo(LOGIN.matcher(text).find());
        }
        assertThat(logins).isGreaterThan(10_000);
    }

    @Test
    void theCharactersOfALoginAreNotNamed() {
        Finding.Builder builder = Finding.builder();
        builder.code("NET-001")
                .severity(Severity.ERROR)
                .message("`https://ops:п@files.example.com` is no name of а host")
                .naming("//ops:ж@x");

        assertThat(builder.build().values()).containsExactly("`а` is U+0430");
    }
}
