// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which types of SSH keys let their users in, in FIPS mode and out of it. */
final class SshKeyRulesTest {
    @ParameterizedTest
    @CsvSource({
        "true, ssh-rsa, 3, false",
        "true, ecdsa-sha2-nistp256, 3, false",
        "true, ecdsa-sha2-nistp384, 3, false",
        "true, ecdsa-sha2-nistp521, 3, false",
        "true, ssh-ed25519, 2, true",
        "true, sk-ssh-ed25519@openssh.com, 3, true",
        "true, sk-ecdsa-sha2-nistp256@openssh.com, 4, true",
        "false, ssh-ed25519, 2, false"
    })
    void theTypesThatSshdTakesInFipsMode(boolean fips, String type, int fields, boolean broken) {
        List<Finding> found = findings(fips, key(type, fields));

        assertThat(found)
                .filteredOn(finding -> finding.code().equals("FIPS-035"))
                .hasSize(broken ? 1 : 0);
        assertThat(found).extracting(Finding::code).doesNotContain("SEC-023");
    }

    @ParameterizedTest
    @CsvSource({"true, ecdsa", "false, ed25519"})
    void theKeyThatIsToBeMadeFitsTheMode(boolean fips, String type) {
        assertThat(findings(fips, "ssh-dss AAAAB3NzaC1kc3M= ops@example.com"))
                .filteredOn(finding ->
                        finding.code().startsWith("SEC-02") || finding.code().equals("FIPS-035"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SEC-022");
                    assertThat(finding.fixes())
                            .extracting(Fix::text)
                            .containsExactly("make a key with `ssh-keygen -t " + type + "`");
                });
    }

    private static String key(String type, int fields) {
        ByteBuffer bytes = ByteBuffer.allocate(256);
        bytes.putInt(type.length()).put(type.getBytes(StandardCharsets.US_ASCII));
        for (int field = 1; field < fields; field++) {
            bytes.putInt(1).put((byte) field);
        }
        byte[] blob = new byte[bytes.position()];
        bytes.flip().get(blob);
        return type + " " + Base64.getEncoder().encodeToString(blob) + " ops@example.com";
    }

    private static List<Finding> findings(boolean fips, String key) {
        String changes = "{profile: {spec: {kubernetes: {flavor: rke2}, fips: " + fips
                + "}}, site: {spec: {users: [{name: ops, sshAuthorizedKeys: [\"" + key + "\"]}]}}}";
        return Example.of(changes).findings();
    }
}
