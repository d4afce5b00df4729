// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static dev.farstead.schemas.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A minor that the catalogue lacks, 1.30, arrives with files alone: the readers are those of the catalogue. The facts are made up. */
class NextMinorTest {
    private static final KubernetesVersion NEXT = version("1.30.4");

    private static String file(String name) {
        return "next-minor/" + name + ".json";
    }

    @Test
    void anAgentReleaseBuildsIt() {
        List<AgentRelease> releases = JsonFile.read(file("agent-releases")).objects("releases", AgentRelease::read);
        AgentRelease release = releases.get(0);
        assertThat(release.minors("k3s")).containsExactly(minor("1.29"), minor("1.30"));
        assertThat(release.newest("k3s", minor("1.30"))).contains(NEXT);
        assertThat(release.newest("pxk-e", minor("1.30"))).contains(version("1.30.10"));
        assertThat(release.newest("pxk-e", minor("1.29"))).isEmpty();
        assertThat(release.modeKey()).isEqualTo("managementMode");
        assertThat(release.airGappedMode()).isEqualTo("local");
        assertThat(release.localUi().port()).isEqualTo(5081);
        assertThat(release.loadBalancer().map(AgentKey::path)).contains("stylus.vip.skip");
    }

    @Test
    void keysComeGoAndChange() {
        ConfigKeys keys = ConfigKeys.read(JsonFile.read(file("k3s-config-keys")));
        assertThat(keys.minors()).endsWith(minor("1.30"));
        assertThat(keys.names(Command.SERVER, NEXT)).containsExactly("node-name", "brand-new", "ported-back");
        assertThat(keys.names(Command.SERVER, version("1.29.12"))).containsExactly("node-name", "on-its-way-out");
        assertThat(keys.key("brand-new").orElseThrow().in(version("1.29.15")))
                .isEqualTo(new Presence.NotYet(version("1.30.0")));
        assertThat(keys.key("ported-back").orElseThrow().in(version("1.30.0")))
                .isEqualTo(new Presence.NotYet(version("1.30.1")));
        assertThat(keys.key("on-its-way-out").orElseThrow().in(NEXT))
                .isEqualTo(new Presence.Gone(minor("1.29"), Optional.of("brand-new")));
        assertThat(keys.key("brand-new").orElseThrow().defaultIn(minor("1.30"))).contains("first");
        assertThat(keys.key("brand-new").orElseThrow().defaultIn(minor("1.31"))).contains("second");
    }

    @Test
    void argumentsComeGoAndChange() {
        ComponentArguments arguments = ComponentArguments.read(JsonFile.read(file("component-arguments")));
        assertThat(arguments.names("kubelet", NEXT, ComponentBuild.K3S)).containsExactly("node-ip", "changed-flag");
        ComponentArgument changed =
                arguments.argument("kubelet", "changed-flag").orElseThrow();
        assertThat(changed.defaultIn(minor("1.29"))).contains("old");
        assertThat(changed.defaultIn(minor("1.30"))).contains("new");
        assertThat(changed.deprecatedIn(minor("1.29"))).isFalse();
        assertThat(changed.deprecatedIn(minor("1.30"))).isTrue();
    }

    @Test
    void featureGatesGrowUp() {
        FeatureGates gates = FeatureGates.read(JsonFile.read(file("feature-gates")));
        assertThat(gates.names(NEXT, "kubelet", ComponentBuild.UPSTREAM)).containsExactly("Grown", "Newborn");
        FeatureGate grown = gates.gate("Grown").orElseThrow();
        assertThat(grown.state(version("1.29.0")).orElseThrow().stage()).isEqualTo(FeatureGate.Stage.ALPHA);
        assertThat(grown.state(NEXT).orElseThrow().locked()).isTrue();
        assertThat(gates.gate("Retired").orElseThrow().in(NEXT).isPresent()).isFalse();
    }

    @Test
    void admissionPluginsComeAndGo() {
        AdmissionPlugins plugins = AdmissionPlugins.read(JsonFile.read(file("admission-plugins")));
        assertThat(plugins.names(NEXT)).containsExactly("NodeRestriction", "Guard");
        assertThat(plugins.names(version("1.29.15"))).containsExactly("NodeRestriction", "SecurityContextDeny");
    }

    @Test
    void theHardeningGuideHasOtherArguments() {
        CisAdditions cis = CisAdditions.read(JsonFile.read(file("cis-k3s")));
        assertThat(cis.benchmark(minor("1.30"))).contains("1.12");
        assertThat(cis.arguments(NEXT))
                .extracting(item -> item.argument().text())
                .containsExactly("changed-flag=b");
    }

    @Test
    void packsAreTestedWithIt() {
        Pack calico = JsonFile.read(file("packs")).objects("packs", Pack::read).get(0);
        PackLine line = calico.line("3.99.0").orElseThrow();
        assertThat(line.excludes(minor("1.30"))).isFalse();
        assertThat(line.excludes(minor("1.31"))).isTrue();
        assertThat(calico.fips("3.99.0")).isTrue();
        assertThat(line.podNetwork().orElseThrow().path()).containsExactly("a", "b");
    }

    @Test
    void itIsPublishedAndEnds() {
        Lifecycle lifecycle = Lifecycle.read(JsonFile.read(file("lifecycle")));
        assertThat(lifecycle.newest("k3s", minor("1.30")).map(PublishedRelease::tag))
                .contains("v1.30.4+k3s1");
        assertThat(lifecycle.release("k3s", version("1.30.0"))).isEmpty();
        assertThat(lifecycle.endOfLife("pxk-e", minor("1.30"))).contains(LocalDate.of(2025, 10, 28));
    }
}
