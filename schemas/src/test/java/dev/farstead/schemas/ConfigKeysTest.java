// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static dev.farstead.schemas.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigKeysTest {
    private final ConfigKeys keys = Catalogue.bundled().k3sKeys();

    private ConfigKey key(String name) {
        return keys.key(name).orElseThrow();
    }

    @Test
    void theServerAndTheAgentOfK3sTake123Keys() {
        assertThat(keys.all()).hasSize(123);
        assertThat(keys.minors()).containsExactly(minor("1.26"), minor("1.27"), minor("1.28"), minor("1.29"));
    }

    @ParameterizedTest
    @CsvSource({
        "default-runtime, 1.26.11, 1.26.12",
        "default-runtime, 1.27.8, 1.27.9",
        "default-runtime, 1.28.4, 1.28.5",
        "kine-tls, 1.26.15, 1.27.13",
        "kine-tls, 1.27.12, 1.27.13",
        "kine-tls, 1.28.8, 1.28.9",
        "supervisor-port, 1.28.15, 1.29.12",
        "supervisor-port, 1.29.11, 1.29.12",
    })
    void aKeyThatEnteredSeveralMinorsIsAbsentBeforeItsPatchAndPresentFromItOn(
            String name, String before, String since) {
        assertThat(key(name).in(version(before))).isEqualTo(new Presence.NotYet(version(since)));
        assertThat(key(name).in(version(since)).isPresent()).isTrue();
    }

    @Test
    void aKeyIsPresentInEveryMinorBehindTheLastOneThatItEnteredLate() {
        assertThat(key("default-runtime").in(version("1.29.0")).isPresent()).isTrue();
        assertThat(key("tls-san-security").in(version("1.28.0")).isPresent()).isTrue();
    }

    @Test
    void aKeyThatLeftIsGoneFromTheNextMinorOn() {
        ConfigKey key = key("multi-cluster-cidr");
        assertThat(key.in(version("1.26.2"))).isEqualTo(new Presence.NotYet(version("1.26.3")));
        assertThat(key.in(version("1.28.15")).isPresent()).isTrue();
        assertThat(key.in(version("1.29.0"))).isEqualTo(new Presence.Gone(minor("1.28"), Optional.empty()));
        assertThat(key.deprecatedIn(minor("1.28"))).isTrue();
    }

    @Test
    void serverKeysDoNotBelongToTheAgent() {
        KubernetesVersion version = version("1.28.11");
        assertThat(key("cluster-cidr").in(Command.AGENT, version)).isEqualTo(new Presence.Elsewhere());
        assertThat(key("kubelet-arg").in(Command.AGENT, version).isPresent()).isTrue();
        assertThat(key("disable-apiserver-lb").commands()).containsExactly(Command.AGENT);
        assertThat(key("disable-apiserver-lb").in(version).isPresent()).isTrue();
    }

    @Test
    void theAgentMayGetAKeyLaterThanTheServer() {
        ConfigKey key = key("bind-address");
        assertThat(key.in(Command.SERVER, version("1.26.0")).isPresent()).isTrue();
        assertThat(key.in(Command.AGENT, version("1.28.10"))).isEqualTo(new Presence.NotYet(version("1.28.11")));
        assertThat(key.in(Command.AGENT, version("1.28.11")).isPresent()).isTrue();
    }

    @Test
    void aDefaultMayChangeFromOneMinorToTheNext() {
        assertThat(key("tls-san-security").defaultIn(minor("1.27"))).contains("false");
        assertThat(key("tls-san-security").defaultIn(minor("1.28"))).contains("true");
        assertThat(key("cluster-cidr").defaultIn(minor("1.28"))).contains("10.42.0.0/16");
        assertThat(key("token").defaultIn(minor("1.28"))).isEmpty();
    }

    @Test
    void knownValuesDependOnTheRelease() {
        assertThat(key("flannel-backend").values(version("1.26.4"))).contains("ipsec");
        assertThat(key("flannel-backend").values(version("1.27.1")))
                .containsExactly("none", "vxlan", "host-gw", "wireguard-native");
        assertThat(key("flannel-backend").takesOtherValues()).isFalse();
        assertThat(key("disable").values(version("1.28.4"))).doesNotContain("runtimes");
        assertThat(key("disable").values(version("1.28.5"))).contains("runtimes", "traefik", "ccm");
        assertThat(key("disable").takesOtherValues()).isTrue();
        assertThat(key("token").takesOtherValues()).isTrue();
    }

    @Test
    void oldNamesSayWhatReplacedThem() {
        assertThat(key("kube-controller-arg").replacedBy()).contains("kube-controller-manager-arg");
        assertThat(key("kube-controller-arg").deprecatedIn(minor("1.26"))).isTrue();
        assertThat(key("kube-controller-manager-arg").deprecatedIn(minor("1.29")))
                .isFalse();
    }

    @Test
    void typesAreThoseOfTheFlags() {
        assertThat(key("disable-network-policy").type()).isEqualTo(ValueType.BOOLEAN);
        assertThat(key("etcd-snapshot-retention").type()).isEqualTo(ValueType.INTEGER);
        assertThat(key("etcd-s3-timeout").type()).isEqualTo(ValueType.DURATION);
        assertThat(key("tls-san").type()).isEqualTo(ValueType.LIST);
        assertThat(key("write-kubeconfig-mode").type()).isEqualTo(ValueType.TEXT);
    }

    @Test
    void everyArgumentListNamesAComponentOfTheCatalogue() {
        ComponentArguments arguments = Catalogue.bundled().componentArguments();
        assertThat(keys.all().stream().flatMap(key -> key.component().stream()))
                .hasSize(9)
                .allMatch(component -> arguments.components().contains(component));
        assertThat(key("kube-controller-arg").component()).contains("kube-controller-manager");
        assertThat(key("tls-san").component()).isEmpty();
    }

    @Test
    void aKeyThatNoReleaseKnowsIsNotFound() {
        assertThat(keys.key("no-flannel")).isEmpty();
        assertThat(keys.names(Command.SERVER, version("1.28.4")))
                .contains("tls-san")
                .doesNotContain("default-runtime");
    }
}
