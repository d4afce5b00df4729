// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {
    private Rules() {}

    /** Returns the rules about profiles, area by area. */
    static List<Rule<ProfileContext, ?>> profiles() {
        return PROFILES;
    }

    /** Returns the rules about sites, area by area. */
    static List<Rule<SiteContext, ?>> sites() {
        return SITES;
    }

    /** Returns the rules across sites. */
    static List<Rule<FleetContext, ?>> fleet() {
        return FLEET;
    }

    private static final List<Rule<ProfileContext, ?>> PROFILES = Stream.of(
                    FolderNameRules.PROFILE,
                    AgentlessRules.PROFILE,
                    ImageRules.ALL,
                    BaseImageRules.ALL,
                    ArchitectureRules.ALL,
                    FipsRules.PROFILE,
                    AirGapRules.PROFILE,
                    ContentRules.PROFILE,
                    InstallerRules.ALL,
                    DiskRules.ALL,
                    RangeRules.PROFILE,
                    NodeRangeRules.PROFILE,
                    NodeSizeRules.PROFILE,
                    HostClassRules.ALL,
                    StorageRules.PROFILE,
                    KubernetesRules.ALL,
                    PackRules.ALL,
                    KeyRules.PROFILE,
                    ValueRules.PROFILE,
                    ServerKeyRules.PROFILE,
                    DataDirRules.PROFILE,
                    SystemRegistryRules.PROFILE,
                    PackagedRules.PROFILE,
                    KubeadmFieldRules.PROFILE,
                    KubeadmValueRules.PROFILE,
                    KubeadmVolumeRules.PROFILE,
                    KubeadmPathRules.PROFILE,
                    KubeadmClusterRules.PROFILE,
                    KubeadmPhaseRules.PROFILE,
                    KubeletRules.PROFILE,
                    NodeRules.PROFILE,
                    TaintRules.PROFILE,
                    SnapshotRules.PROFILE,
                    OpenValueRules.PROFILE,
                    FormRules.PROFILE,
                    ArgumentRules.PROFILE,
                    FeatureGateRules.PROFILE,
                    AdmissionRules.PROFILE,
                    HardeningRules.PROFILE,
                    BenchmarkRules.PROFILE,
                    RemovedValueRules.PROFILE,
                    TemplateRules.PROFILE,
                    SecretRules.PROFILE)
            .flatMap(List::stream)
            .toList();

    private static final List<Rule<SiteContext, ?>> SITES = Stream.of(
                    AgentlessRules.SITE,
                    RangeRules.SITE,
                    NodeRangeRules.SITE,
                    NodeSizeRules.SITE,
                    EndpointRules.ALL,
                    EndpointKindRules.ALL,
                    GatewayRules.ALL,
                    AddressRules.ALL,
                    SecondNetworkRules.ALL,
                    ServerRules.ALL,
                    DhcpRules.ALL,
                    TimeRules.ALL,
                    ProxyRules.ALL,
                    ProxyHostRules.ALL,
                    CertificateRules.ALL,
                    HostRules.ALL,
                    InterfaceRules.ALL,
                    StorageRules.SITE,
                    RegistrationRules.ALL,
                    RegistrationMethodRules.ALL,
                    FipsRules.SITE,
                    AirGapRules.SITE,
                    ContentRules.SITE,
                    TopologyRules.ALL,
                    UserRules.ALL,
                    SshKeyRules.ALL,
                    TemplateRules.SITE,
                    SecretRules.SITE,
                    NamingRules.ALL,
                    FolderNameRules.SITE,
                    KeyRules.SITE,
                    ValueRules.SITE,
                    ServerKeyRules.SITE,
                    DataDirRules.SITE,
                    SystemRegistryRules.SITE,
                    PackagedRules.SITE,
                    KubeadmFieldRules.SITE,
                    KubeadmValueRules.SITE,
                    KubeadmVolumeRules.SITE,
                    KubeadmPathRules.SITE,
                    KubeadmClusterRules.SITE,
                    KubeadmPhaseRules.SITE,
                    KubeletRules.SITE,
                    NodeRules.SITE,
                    TaintRules.SITE,
                    KubeletPairRules.SITE,
                    SettingRules.SITE,
                    ReservedMemoryRules.SITE,
                    SnapshotRules.SITE,
                    OpenValueRules.SITE,
                    FormRules.SITE,
                    ArgumentRules.SITE,
                    FeatureGateRules.SITE,
                    AdmissionRules.SITE,
                    HardeningRules.SITE,
                    BenchmarkRules.SITE,
                    RemovedValueRules.SITE,
                    WorkerRules.ALL)
            .flatMap(List::stream)
            .toList();

    private static final List<Rule<FleetContext, ?>> FLEET = Stream.of(HostRules.FLEET, TopologyRules.FLEET)
            .flatMap(List::stream)
            .toList();

    /**
     * Returns what stands behind the rules.
     *
     * @return the explanations in the order of the rules
     */
    public static Stream<Explanation> explanations() {
        // A rule over both kinds of context has one explanation.
        return Stream.of(
                        PROFILES.stream().map(rule -> rule.explanation()),
                        SITES.stream().map(rule -> rule.explanation()),
                        FLEET.stream().map(rule -> rule.explanation()))
                .flatMap(explanations -> explanations)
                .distinct();
    }
}
