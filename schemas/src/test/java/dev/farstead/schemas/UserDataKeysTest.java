// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataKeysTest {
    private final UserDataKeys keys = Catalogue.bundled().userDataKeys();

    private static AgentVersion agent(String text) {
        return AgentVersion.parse(text).orElseThrow();
    }

    @Test
    void theRootHoldsTheAgentTheInstallerAndTheStages() {
        assertThat(keys.roots())
                .extracting(UserDataKey::path)
                .containsExactly(
                        "stylus",
                        "install",
                        "stages",
                        "users",
                        "ssh_authorized_keys",
                        "write_files",
                        "runcmd",
                        "hostname",
                        "growpart",
                        "cluster");
    }

    @ParameterizedTest
    @CsvSource({
        "stylus.site.ntpServers, 4.9.9, 4.9.10",
        "stylus.site.users, 4.9.3, 4.9.4",
        "stylus.externalRegistries, 4.5.4, 4.5.5",
        "stylus.enableMultiNode, 4.5.10, 4.5.11",
        "stylus.managementMode, 4.6.20, 4.6.21",
        "stylus.skipKubeVip, 4.4.12, 4.5.0",
        "stylus.vip.skip, 4.5.15, 4.6.0",
    })
    void aKeyIsReadFromItsFirstAgentOn(String path, String before, String first) {
        UserDataKey key = keys.key(path).orElseThrow();
        assertThat(key.readBy(agent(before))).isFalse();
        assertThat(key.readBy(agent(first))).isTrue();
    }

    @Test
    void aKeyMayBeReadNoMore() {
        UserDataKey key = keys.key("stylus.installationMode").orElseThrow();
        assertThat(key.readBy(agent("4.4.12"))).isTrue();
        assertThat(key.readBy(agent("4.8.7"))).isTrue();
        assertThat(key.readBy(agent("4.8.8"))).isFalse();
    }

    @Test
    void everyAgentReadsItsModeKey() {
        assertThat(Catalogue.bundled().agentReleases())
                .allSatisfy(release -> assertThat(keys.key("stylus." + release.modeKey())
                                .orElseThrow()
                                .readBy(release.version()))
                        .isTrue());
    }

    @Test
    void everyAgentReadsTheKeysOfItsReleaseAndNoOthers() {
        for (AgentRelease release : Catalogue.bundled().agentReleases()) {
            assertThat(keys.key("stylus.enableMultiNode").orElseThrow().readBy(release.version()))
                    .isEqualTo(release.multiNode().isPresent());
            assertThat(keys.key("stylus.skipKubeVip").orElseThrow().readBy(release.version()))
                    .isEqualTo(release.loadBalancer().isPresent());
            assertThat(Stream.of(release.multiNode(), release.loadBalancer()).flatMap(Optional::stream))
                    .allSatisfy(
                            key -> assertThat(keys.key(key.path()).orElseThrow().readBy(release.version()))
                                    .as(key.path())
                                    .isTrue());
        }
    }

    @Test
    void everyKeyStandsBehindTheKeyThatHoldsIt() {
        Set<String> seen = new HashSet<>();
        for (UserDataKey key : keys.all()) {
            int dot = key.path().lastIndexOf('.');
            if (dot > 0) {
                assertThat(seen).contains(key.path().substring(0, dot).replace("[]", ""));
            }
            seen.add(key.path());
        }
        assertThat(keys.key("stylus.siteNetwork")).isEmpty();
    }
}
