// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SshPublicKeyTest {
    /** One key of each type, made with ssh-keygen of OpenSSH; those of security keys by hand, field by field. */
    private static final List<String> KEYS = List.of(
            "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBIKBtuiY"
                    + "Ggm+TY0wSRZDbR7TVgF2rF2Ywt373CnHYqAwcfUtsIFHtNb78vnWlzUgnmOYthG6zxMtXNDVPU8zg+c="
                    + " ops@example.com",
            "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBGJrGjs1"
                    + "21mFr8GcTWZmv/yxlXebBdXS1M9KyCjSBhaxdAYbsCkv9XyoJ3+4nVHtA8E6/zKqkmiTC8WKYGcZf+HF"
                    + "JtiVCLtiZdATbKQUGW8HJOaaw5HLfmY4y3Um34yBlg== ops@example.com",
            "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBABxj6pq"
                    + "J/dNS/577y6KxdPHWwCZtuSIvC+XKPlz+6r/qbyGDheBTYyfEx2EFpDQm5zYTKCos34nWed62aA0jpt0"
                    + "XAHXs2B8G4Wyw0uVRcSffHACFx+dqBoRjPL5wja0S4dIRfsbM8llS+WwBnoiS5DAaGzca1x2MAKNbBqQ"
                    + "kLSnp2f0tQ== ops@example.com",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILZ46HH2FQbsHEWZbb65SMFukxcEjy5gqzDcRCgUW7Pa" + " ops@example.com",
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCTV2Gx5nwAGtne4kN/Bzm01kEXok2yRPDLYxCgQ7NQ"
                    + "RJ5Vgcc3fKwKyVsH2g5u4UvSp4mJH6CipK8/+z4RsH9DAo64q1p/k6R28q5nJRFPxX9sTXBatQjy4RJZ"
                    + "UUsAg6UMoZEiSQdFcn/3w1dda09QmSol/m1J5x4q6OFmHbYriW9I8TJSpEFof7bEGiXAWBpEVH7X+EiC"
                    + "MeGaiwnZxsy2jFnmyYFnQvt6zJSKNJHKnfWGTgmlYIGEc8H3e0yMwZWJtlVYv6vcYJmUyUm3jhtGK2GT"
                    + "dGJilPlmmYoh0Iuga0/G8XTrXFU9Bktj81AIHtQzwaZSVvK3qfdyiRRBqMAN ops@example.com",
            "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEB"
                    + "QYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABHNzaDo= ops@example.com",
            "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNza"
                    + "C5jb20AAAAIbmlzdHAyNTYAAABBBAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJ"
                    + "icoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8AAAAEc3NoOg== ops@example.com");

    static List<String> keys() {
        return KEYS;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsSoundWithAndWithoutComment(String key) {
        assertThat(SshPublicKey.fault(key)).isEmpty();
        assertThat(SshPublicKey.fault(key.substring(0, key.lastIndexOf(' ')))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyThatIsCutOffAnywhereIsFaulty(String key) {
        String[] parts = key.split(" ", 3);
        byte[] bytes = Base64.getDecoder().decode(parts[1]);
        for (int length = 0; length < bytes.length; length++) {
            byte[] start = Arrays.copyOf(bytes, length);
            String cut = parts[0] + " " + Base64.getEncoder().encodeToString(start);

            assertThat(SshPublicKey.fault(cut)).as("%s bytes", length).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void nothingMayFollowTheLastField(String key) {
        String[] parts = key.split(" ", 3);
        byte[] bytes = Base64.getDecoder().decode(parts[1]);
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);

        assertThat(SshPublicKey.fault(parts[0] + " " + Base64.getEncoder().encodeToString(more)))
                .contains("something stands behind the end of the key");
    }

    @Test
    void theKeyNamesItsTypeAgain() {
        String[] first = KEYS.get(0).split(" ", 3);
        String[] second = KEYS.get(1).split(" ", 3);

        assertThat(SshPublicKey.fault(first[0] + " " + second[1]))
                .get()
                .asString()
                .contains("of another type than");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh-ed448 AAAA, there is no key type `ssh-ed448`",
        "ssh-ed25519, the key itself is missing behind its type",
        "ssh-ed25519 AA!A, 'the key is not Base64, or its end is cut off'",
        "ssh-ed25519 AAAA, the key is cut off",
        "ssh-ed25519 /////w==, 'the key is cut off, or a character of it is wrong'"
    })
    void theFaultIsNamed(String line, String fault) {
        assertThat(SshPublicKey.fault(line)).contains(fault);
    }
}
