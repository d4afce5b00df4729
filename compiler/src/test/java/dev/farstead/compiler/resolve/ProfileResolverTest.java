// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import static dev.farstead.compiler.resolve.ResolvedSites.paths;
import static dev.farstead.compiler.resolve.ResolvedSites.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileResolverTest {
    private static Resolution<ResolvedProfile> profile(String agent, String version) {
        return ResolvedSites.profile(agent, version, "{}", "{}");
    }

    @ParameterizedTest
    @CsvSource({
        "4.4.12, 1.26, 1.26.14",
        "4.4.12, 1.27, 1.27.15",
        "4.4.12, 1.28, 1.28.13",
        "4.4.12, 1.29, 1.29.8",
        "4.5.15, 1.26, 1.26.14",
        "4.5.15, 1.27, 1.27.15",
        "4.5.15, 1.28, 1.28.15",
        "4.5.15, 1.29, 1.29.12"
    })
    void aMinorMeansTheNewestPatchThatTheAgentReleaseBuilds(String agent, String minor, String patch) {
        Sourced<?> version = profile(agent, minor).value().kubernetesVersion().orElseThrow();

        assertThat(version.value()).hasToString(patch);
        assertThat(paths(version.origin()))
                .containsExactly("spec.kubernetes.version", "spec.agent.version", "spec.kubernetes.flavor");
        assertThat(reasons(version.origin()))
                .containsExactly(
                        "the newest " + minor + " that agent " + agent + " builds for k3s",
                        "list of built Kubernetes releases");
    }

    @Test
    void aPatchThatIsBuiltMeansItself() {
        Sourced<?> version =
                profile("4.5.15", "1.28.11").value().kubernetesVersion().orElseThrow();

        assertThat(version.value()).hasToString("1.28.11");
        assertThat(version.origin()).isInstanceOf(Origin.Written.class);
    }

    @Test
    void aPatchThatIsNotBuiltIsFoundWithThoseThatAre() {
        Resolution<ResolvedProfile> resolution = profile("4.5.15", "1.28.12");

        assertThat(resolution.value().kubernetesVersion()).isEmpty();
        assertThat(resolution.value().image().orElseThrow().uri()).isEmpty();
        Finding finding = resolution.findings().get(0);
        assertThat(resolution.findings()).hasSize(1);
        assertThat(finding.code()).isEqualTo("K8S-001");
        assertThat(finding.values())
                .containsExactly("built releases: 1.28.5, 1.28.7, 1.28.11, 1.28.13, 1.28.14, 1.28.15");
        assertThat(finding.fixes().get(0).edits().get(0).replacement()).isEqualTo("\"1.28.15\"");
    }

    @Test
    void theExamplesOfAPatchThatIsNotBuiltAreTrue() {
        assertThat(patch(Problem.PATCH_NOT_BUILT.explanation().good()).findings())
                .isEmpty();
        assertThat(patch(Problem.PATCH_NOT_BUILT.explanation().bad()).findings())
                .extracting(Finding::code)
                .containsExactly("K8S-001");
    }

    private static Resolution<ResolvedProfile> patch(String example) {
        return profile("4.5.15", example.replaceAll("(?s).*?([0-9]+[.][0-9]+[.][0-9]+).*", "$1"));
    }

    @Test
    void anUnknownAgentReleaseIsOneFinding() {
        assertThat(profile("4.5.99", "1.28").findings())
                .extracting(Finding::code)
                .containsExactly("IMG-001");
    }

    @Test
    void theImageIsNamedByAllThatItIsBuiltFrom() {
        Sourced<String> uri =
                profile("4.5.15", "1.28").value().image().orElseThrow().uri().orElseThrow();

        assertThat(uri.value()).isEqualTo("registry.example.com/edge/ubuntu:k3s-1.28.15-v4.5.15-store");
        assertThat(paths(uri.origin()))
                .contains("spec.image.registry", "spec.image.repository", "spec.image.customTag", "spec.agent.version");
    }

    @Test
    void whatIsLeftOutHasADefaultThatSaysWhy() {
        ResolvedProfile profile = profile("4.5.15", "1.28").value();

        assertThat(profile.image().orElseThrow().isoName().value()).isEqualTo("palette-edge-installer");
        assertThat(profile.fips().value()).isFalse();
        assertThat(profile.imageHardening().origin()).isInstanceOf(Origin.Default.class);
        ResolvedHostClass box = profile.hostClasses().values().iterator().next();
        assertThat(box.platform().value().text()).isEqualTo("bare-metal");
        assertThat(box.afterInstall().value().text()).isEqualTo("wait");
    }
}
