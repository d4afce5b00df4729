// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact can be looked up where it comes from. */
class SourcesTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    static Stream<String> sources() {
        return Stream.of(
                        of(CATALOGUE.agentReleases(), AgentRelease::source),
                        of(CATALOGUE.agentReleases(), AgentRelease::modeKeySource),
                        CATALOGUE.agentReleases().stream()
                                .flatMap(release -> Stream.of(release.multiNode(), release.loadBalancer()))
                                .flatMap(Optional::stream)
                                .map(AgentKey::source),
                        of(
                                CATALOGUE.agentReleases(),
                                release -> release.localUi().source()),
                        of(CATALOGUE.agentReleases(), AgentRelease::patchesSource),
                        of(CATALOGUE.agentReleases(), AgentRelease::osVersionsSource),
                        flavored(flavor ->
                                of(CATALOGUE.configKeys(flavor).orElseThrow().all(), ConfigKey::source)),
                        flavored(flavor -> of(CATALOGUE.providers(flavor), ProviderRelease::source)),
                        Stream.of("k3s", "rke2", "pxk-e")
                                .map(flavor -> CATALOGUE
                                        .ownedArguments(flavor)
                                        .orElseThrow()
                                        .source()),
                        flavored(flavor -> CATALOGUE.configKeys(flavor).orElseThrow().all().stream()
                                .flatMap(key -> key.onAllServers().stream())
                                .map(SwitchEffect::source)),
                        of(CATALOGUE.kubeadmFields().all(), KubeadmField::source),
                        Stream.of(CATALOGUE.kubeadmFields().manifests().source()),
                        Stream.of(CATALOGUE.componentArguments().source()),
                        CATALOGUE.componentArguments().components().stream()
                                .flatMap(component ->
                                        of(CATALOGUE.componentArguments().all(component), ComponentArgument::source)),
                        CATALOGUE.componentArguments().components().stream()
                                .flatMap(component -> CATALOGUE.componentArguments().all(component).stream())
                                .flatMap(argument -> Stream.concat(
                                        of(argument.needs(), SettingNeed::source),
                                        of(argument.harms(), SettingHarm::source))),
                        of(CATALOGUE.featureGates().all(), FeatureGate::source),
                        of(CATALOGUE.admissionPlugins().all(), AdmissionPlugin::source),
                        of(CATALOGUE.packs(), Pack::source),
                        of(CATALOGUE.packs(), pack -> pack.host().source()),
                        CATALOGUE.packs().stream().flatMap(pack -> of(pack.lines(), PackLine::source)),
                        CATALOGUE.packs().stream().flatMap(pack -> of(pack.releases(), PackVersion::source)),
                        CATALOGUE.packs().stream()
                                .flatMap(pack -> pack.lines().stream())
                                .flatMap(line -> line.podNetwork().stream())
                                .map(PodNetworkKey::source),
                        flavored(flavor ->
                                packDefaults(CATALOGUE.packDefaults(flavor).orElseThrow())),
                        of(CATALOGUE.packRemovals().all(), PackRemoval::source),
                        of(CATALOGUE.secretKeys().all(), SecretKey::source),
                        Stream.of(
                                CATALOGUE.nodeLabels().source(),
                                CATALOGUE.auditPolicy().source()),
                        of(CATALOGUE.auditPolicy().rules(), AuditRule::source),
                        of(CATALOGUE.cisItems(), CisItem::source),
                        flavored(flavor -> cis(CATALOGUE.cis(flavor).orElseThrow())),
                        Stream.of(
                                CATALOGUE.hardware().source(),
                                CATALOGUE.hardware().registry().source()),
                        of(CATALOGUE.hardware().virtualInterfaces(), VirtualInterface::source),
                        of(CATALOGUE.hardware().models(), HardwareModel::source),
                        of(CATALOGUE.hardware().models(), HardwareModel::imageTextSource),
                        kubeadm(CATALOGUE.kubeadmDefaults(), CATALOGUE.kubeadmCis()),
                        provider(CATALOGUE.kubeadmProvider()),
                        lifecycle(CATALOGUE.lifecycle()),
                        of(CATALOGUE.operatingSystems().all(), OperatingSystem::source),
                        of(CATALOGUE.operatingSystems().administrators(), AdministratorGroup::source),
                        Stream.of(
                                CATALOGUE.operatingSystems().kept().source(),
                                CATALOGUE.folderNames().source()),
                        of(CATALOGUE.specialAddresses(), SpecialAddresses::source),
                        Stream.of("k3s", "rke2", "pxk-e", "pxk-e-fips")
                                .map(flavor -> CATALOGUE.flavor(flavor).source()),
                        CATALOGUE.operatingSystems().all().stream()
                                .flatMap(system -> system.fips().stream())
                                .flatMap(SourcesTest::fips),
                        of(CATALOGUE.axes().axes(), Axis::source),
                        of(CATALOGUE.axes().constraints(), AxisConstraint::source))
                .flatMap(Function.identity());
    }

    private static Stream<String> flavored(Function<String, Stream<String>> sources) {
        return Stream.of("k3s", "rke2").flatMap(sources);
    }

    private static Stream<String> packDefaults(PackDefaults defaults) {
        return Stream.of(
                        Stream.of(defaults.source()),
                        of(defaults.settings(), PackSetting::source),
                        of(defaults.arguments(), PackArgument::source),
                        of(defaults.sysctls(), Sysctl::source),
                        of(defaults.directories(), HostPath::source),
                        of(defaults.files(), HostPath::source))
                .flatMap(Function.identity());
    }

    private static Stream<String> fips(FipsSystem fips) {
        return Stream.of(
                        Stream.of(fips.source()),
                        of(fips.bases(), FipsBase::source),
                        of(fips.kernelArguments(), KernelArgument::source))
                .flatMap(Function.identity());
    }

    private static Stream<String> cis(CisAdditions cis) {
        KubernetesVersion version = new KubernetesVersion(new KubernetesMinor(29), 0);
        return Stream.of(
                        Stream.of(cis.source(), cis.benchmarksSource()),
                        of(cis.settings(), item -> item.setting().source()),
                        of(cis.arguments(version), item -> item.argument().source()),
                        of(cis.sysctls(), Sysctl::source),
                        cis.serverUser().stream().map(ServerUser::source),
                        of(cis.directories(), HostPath::source),
                        of(cis.files(), HostPath::source))
                .flatMap(Function.identity());
    }

    private static Stream<String> kubeadm(KubeadmDefaults defaults, KubeadmCis cis) {
        KubernetesVersion version = new KubernetesVersion(new KubernetesMinor(29), 0);
        KubernetesVersion oldest = new KubernetesVersion(new KubernetesMinor(26), 0);
        return Stream.of(
                        Stream.of(defaults.source()),
                        of(defaults.settings(version), KubeadmSetting::source),
                        of(defaults.settings(oldest), KubeadmSetting::source),
                        of(defaults.volumes(), KubeadmVolume::source),
                        of(defaults.sysctls(), Sysctl::source),
                        of(defaults.directories(), HostPath::source),
                        of(defaults.files(), HostPath::source),
                        of(defaults.commands(), HostCommand::source),
                        Stream.of(cis.source(), cis.benchmarksSource(), cis.exemptSource()),
                        of(cis.settings(version), KubeadmSetting::source),
                        of(cis.volumes(), KubeadmVolume::source),
                        of(cis.sysctls(), Sysctl::source))
                .flatMap(Function.identity());
    }

    private static Stream<String> provider(KubeadmProviderFacts provider) {
        return Stream.of(
                        of(provider.releases(), KubeadmProviderFacts.Release::source),
                        of(provider.owned(), KubeadmProviderFacts.Owned::source),
                        of(provider.defaults(), KubeadmSetting::source),
                        of(provider.printedMaps(), KubeadmProviderFacts.PrintedMap::source),
                        of(provider.printedZeros(), KubeadmSetting::source))
                .flatMap(Function.identity());
    }

    private static Stream<String> lifecycle(Lifecycle lifecycle) {
        return Stream.of(
                        Stream.of(lifecycle.endOfLifeSource()),
                        of(lifecycle.releases("k3s"), PublishedRelease::source),
                        of(lifecycle.releases("rke2"), PublishedRelease::source),
                        Stream.of("k3s", "rke2", "pxk-e", "pxk-e-fips")
                                .map(flavor ->
                                        lifecycle.support(flavor).orElseThrow().source()))
                .flatMap(Function.identity());
    }

    private static <T> Stream<String> of(Collection<T> facts, Function<T, String> source) {
        return facts.stream().map(source);
    }

    static List<String> distinctSources() {
        return sources().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("distinctSources")
    void aSourceIsARepositoryWithATagOrACommitOrADocument(String source) {
        assertThat(source)
                .matches(
                        "github\\.com/[^ ]+/[^ ]+ (v[0-9]|main |[0-9a-f]{8,40} ).*|[A-Z][A-Za-z0-9]* documentation.*, .+");
        assertThat(source.replace("installer-reference", "").toLowerCase(Locale.ROOT))
                .doesNotContain("reference", "inferred", "unknown");
    }
}
