// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import static dev.farstead.compiler.resolve.ResolvedSites.entry;
import static dev.farstead.compiler.resolve.ResolvedSites.paths;
import static dev.farstead.compiler.resolve.ResolvedSites.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a site is when its own words stand over those of its profile. */
final class SiteLayersTest {
    private static final String DEFAULTS = """
            {registration: {method: auto, endpoint: one.example.com, project: north, tags: {chain: retail, ring: "1"}},
             controlPlaneEndpoint: {vip: {hostNumber: 10}},
             network: {gateway: {hostNumber: 1}, nameservers: [{hostNumber: 1}, {hostNumber: 2}], ntpServers: [ntp.example.com],
               proxy: {http: "http://proxy:1", https: "http://proxy:2", noProxy: [.example.com]}},
             hosts: [
               {name: a, role: control-plane, class: box, interfaces: {eth0: {hostNumber: 11}, eth1: {address: 192.168.7.1/24}}},
               {name: b, role: worker, class: box, interfaces: {eth0: {hostNumber: 12}}},
               {name: c, role: worker, class: box, interfaces: {eth0: {hostNumber: 13}}}]}""";

    private static ResolvedSite site(String site) {
        Resolution<ResolvedSite> resolution = ResolvedSites.site(DEFAULTS, site);
        assertThat(resolution.findings()).isEmpty();
        return resolution.value();
    }

    private static String at(ResolvedSite site, String name, String nic) {
        return host(site, name).interfaces().stream()
                .filter(each -> each.name().equals(nic))
                .map(each -> each.address().value().toString())
                .findFirst()
                .orElseThrow();
    }

    private static ResolvedHost host(ResolvedSite site, String name) {
        return site.hosts().stream()
                .filter(host -> host.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(List<? extends Sourced<?>> list) {
        return list.stream().map(item -> item.value().toString()).toList();
    }

    @Test
    void aScalarOfTheSiteReplacesThatOfTheProfile() {
        ResolvedSite site = site("{network: {lan: 10.20.4.0/24}, registration: {project: south}}");

        assertThat(site.registration().project().orElseThrow().value()).isEqualTo("south");
        assertThat(paths(site.registration().project().orElseThrow().origin()))
                .containsExactly("spec.registration.project");
        assertThat(site.registration().endpoint().orElseThrow().value()).isEqualTo("one.example.com");
        assertThat(paths(site.registration().endpoint().orElseThrow().origin()))
                .containsExactly("spec.site.registration.endpoint");
    }

    @Test
    void aListOfTheSiteReplacesTheWholeList() {
        ResolvedSite site = site("{network: {lan: 10.20.4.0/24, nameservers: [9.9.9.9]}}");

        assertThat(values(site.network().nameservers())).containsExactly("9.9.9.9");
        assertThat(values(site.network().ntpServers())).containsExactly("ntp.example.com");
    }

    @Test
    void anEmptyListReplacesToo() {
        assertThat(site("{network: {lan: 10.20.4.0/24, ntpServers: []}}")
                        .network()
                        .ntpServers())
                .isEmpty();
    }

    @Test
    void mapsMergeByKeyAndComeOutSorted() {
        ResolvedSite site = site("{network: {lan: 10.20.4.0/24}, registration: {tags: {ring: \"2\", city: kiel}}}");

        assertThat(site.registration().tags())
                .extractingByKeys("chain", "ring", "city")
                .extracting(Sourced::value)
                .containsExactly("retail", "2", "kiel");
        assertThat(site.registration().tags().keySet()).containsExactly("chain", "city", "ring");
    }

    @Test
    void aChoiceIsReplacedAsAWhole() {
        ResolvedSite site = site("{network: {lan: 10.20.4.0/24}, controlPlaneEndpoint: {vip: 10.20.4.99}}");

        assertThat(site.vip().orElseThrow().value()).hasToString("10.20.4.99");
        assertThat(paths(site.vip().orElseThrow().origin())).containsExactly("spec.controlPlaneEndpoint.vip");
    }

    @Test
    void aHostNumberSaysThatItCountsFromTheLan() {
        Sourced<?> vip = site("{network: {lan: 10.20.4.0/24}}").vip().orElseThrow();

        assertThat(vip.value()).hasToString("10.20.4.10");
        assertThat(paths(vip.origin()))
                .containsExactly("spec.site.controlPlaneEndpoint.vip.hostNumber", "spec.network.lan");
        assertThat(reasons(vip.origin())).containsExactly("host number 10 of the LAN");
    }

    @Test
    void hostsMergeByNameAndKeepTheOrderOfTheProfile() {
        ResolvedSite site = site("""
                {network: {lan: 10.20.4.0/24}, hosts: [
                  {name: d, role: worker, class: box, interfaces: {eth0: {hostNumber: 14}}},
                  {name: b, role: control-plane},
                  {name: a, interfaces: {eth0: {address: 10.20.4.40/24}}}]}""");

        assertThat(site.hosts()).extracting(host -> host.name().value()).containsExactly("a", "b", "c", "d");
        assertThat(host(site, "b").role().orElseThrow().value().text()).isEqualTo("control-plane");
        assertThat(at(site, "b", "eth0")).isEqualTo("10.20.4.12/24");
        assertThat(at(site, "a", "eth0")).isEqualTo("10.20.4.40/24");
        assertThat(at(site, "a", "eth1")).isEqualTo("192.168.7.1/24");
    }

    @Test
    void aHostTakesThePrefixLengthOfTheLanAndAnIdentifierOfItsNames() {
        ResolvedSite site = site("{network: {lan: 10.20.4.0/23}}");

        assertThat(at(site, "c", "eth0")).isEqualTo("10.20.4.13/23");
        assertThat(host(site, "c").uid().value()).isEqualTo("shop-c");
        assertThat(paths(host(site, "c").uid().origin())).containsExactly("metadata.name", "spec.site.hosts[2].name");
    }

    @Test
    void aHostOfTheProfileCanBeDropped() {
        assertThat(site("{network: {lan: 10.20.4.0/24}, hosts: [{name: b, absent: true}]}")
                        .hosts())
                .extracting(host -> host.name().value())
                .containsExactly("a", "c");
        assertThat(site("{network: {lan: 10.20.4.0/24}, hosts: [{name: b, absent: false}]}")
                        .hosts())
                .hasSize(3);
    }

    @Test
    void aHostThatIsNotThereCanNotBeDropped() {
        Resolution<ResolvedSite> resolution =
                ResolvedSites.site(DEFAULTS, "{network: {lan: 10.20.4.0/24}, hosts: [{name: x, absent: true}]}");

        assertThat(resolution.findings()).extracting(Finding::code).containsExactly("SPEC-104");
        assertThat(resolution.value().hosts()).hasSize(3);
    }

    @Test
    void whatNoLayerGivesIsFoundOnceEach() {
        Resolution<ResolvedSite> resolution = ResolvedSites.site("{}", "{network: {}}");

        assertThat(resolution.findings()).allMatch(finding -> finding.code().equals("SPEC-101"));
        assertThat(resolution.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "site `shop` has no `network.lan`, and its profile `chain` gives no default",
                        "site `shop` has no `controlPlaneEndpoint`, and its profile `chain` gives no default",
                        "site `shop` has no `network.gateway`, and its profile `chain` gives no default",
                        "site `shop` has no `network.nameservers`, and its profile `chain` gives no default");
    }

    @Test
    void aFaultyLanIsOneFindingHoweverManyHostNumbersCountFromIt() {
        Resolution<ResolvedSite> resolution = ResolvedSites.site(DEFAULTS, "{network: {lan: 10.20.4.7/24}}");

        assertThat(resolution.findings()).extracting(Finding::code).containsExactly("NET-004");
    }

    @Test
    void whatIsReachedWithoutTheProxyIsAddedToWhatIsWritten() {
        ResolvedProxy proxy = site("{network: {lan: 10.20.4.0/24, proxy: {https: \"http://other:3\"}}}")
                .network()
                .proxy()
                .orElseThrow();

        assertThat(proxy.http().orElseThrow().value()).isEqualTo("http://proxy:1");
        assertThat(proxy.https().orElseThrow().value()).isEqualTo("http://other:3");
        assertThat(values(proxy.noProxy()))
                .containsExactly(
                        ".example.com",
                        "10.20.4.10",
                        "10.20.4.0/24",
                        "192.168.7.0/24",
                        "100.64.0.0/18",
                        "100.64.64.0/18",
                        ".svc",
                        ".cluster.local");
        assertThat(paths(proxy.noProxy().get(2).origin())).containsExactly("spec.network.lan");
        assertThat(paths(proxy.noProxy().get(3).origin()))
                .containsExactly("spec.site.hosts[0].interfaces.eth1.address");
        assertThat(proxy.noProxy().get(6).origin()).isInstanceOf(Origin.Default.class);
    }

    @Test
    void whatIsWrittenStandsOnceInTheExceptionsFromTheProxy() {
        ResolvedProxy proxy = site("{network: {lan: 10.20.4.0/24, proxy: {noProxy: [.svc, 10.20.4.0/24]}}}")
                .network()
                .proxy()
                .orElseThrow();

        assertThat(values(proxy.noProxy()))
                .containsExactly(
                        ".svc",
                        "10.20.4.0/24",
                        "10.20.4.10",
                        "192.168.7.0/24",
                        "100.64.0.0/18",
                        "100.64.64.0/18",
                        ".cluster.local");
        assertThat(paths(proxy.noProxy().get(1).origin())).containsExactly("spec.network.proxy.noProxy[1]");
    }

    @Test
    void aNetworkOfSeveralHostsStandsOnceInTheExceptionsAndALeaseNowhere() {
        ResolvedProxy proxy = site("""
                {network: {lan: 10.20.4.0/24}, hosts: [
                  {name: b, interfaces: {eth1: {address: 192.168.7.2/24}, eth2: {address: 172.16.0.2/16}}},
                  {name: c, interfaces: {eth0: {dhcp: true}}}]}""").network().proxy().orElseThrow();

        assertThat(values(proxy.noProxy())).containsOnlyOnce("192.168.7.0/24", "172.16.0.0/16");
        assertThat(proxy.noProxy()).hasSize(9);
    }

    @Test
    void aSiteThatOverridesNothingSharesTheSettingsOfItsProfile() {
        ResolvedSite site = site("{network: {lan: 10.20.4.0/24}}");

        assertThat(site.cluster()).isSameAs(site.profile().cluster());
        assertThat(site.overridesCluster()).isFalse();
    }

    @Test
    void aSiteMayHaveRangesAndSettingsOfItsOwn() {
        ResolvedSite site = site(
                "{network: {lan: 10.20.4.0/24, podCidr: 10.244.0.0/16}, kubernetes: {config: {etcd-snapshot-retention: 3}}}");

        assertThat(site.overridesCluster()).isTrue();
        assertThat(site.cluster().podCidr().orElseThrow().value()).hasToString("10.244.0.0/16");
        assertThat(site.cluster().serviceCidr())
                .isEqualTo(site.profile().cluster().serviceCidr());
        assertThat(paths(entry(site, "cluster-cidr").orElseThrow().origin())).containsExactly("spec.network.podCidr");
        assertThat(paths(entry(site, "etcd-snapshot-retention").orElseThrow().origin()))
                .containsExactly("spec.kubernetes.config.etcd-snapshot-retention");
    }

    @Test
    void argumentsMergeByNameOverAllLayers() {
        ResolvedSite site = ResolvedSites.site(
                        "{kubelet-arg: [event-qps=5, max-pods=110]}",
                        "{kubernetes: {config: {kubelet-arg: [max-pods=150]}}}",
                        "{kubernetes: {config: {kubelet-arg: [max-pods=200, feature-gates+=A=true]}}}")
                .value();

        assertThat(arguments(site, "kubelet-arg"))
                .startsWith("read-only-port=0", "event-qps=5", "feature-gates=RotateKubeletServerCertificate=true")
                .endsWith("max-pods=200", "feature-gates+=A=true")
                .doesNotContain("max-pods=110", "max-pods=150", "event-qps=0");
    }

    private static List<String> arguments(ResolvedSite site, String key) {
        return ((KubernetesConfig.Arguments) entry(site, key).orElseThrow())
                .arguments()
                .map(Argument::text)
                .toJavaList();
    }

    @Test
    void whatTheCompilerOwnsIsNotPassedThrough() {
        ResolvedSite site = ResolvedSites.site(
                        "{token: mine, cluster-cidr: 1.2.3.0/24, kube-apiserver-arg: [audit-policy-file=/tmp/x, audit-log-maxage=7]}",
                        "{}",
                        "{}")
                .value();

        assertThat(entry(site, "token")).isEmpty();
        assertThat(((KubernetesConfig.Scalar) entry(site, "cluster-cidr").orElseThrow()).value())
                .hasToString("Text[value=100.64.0.0/18]");
        assertThat(arguments(site, "kube-apiserver-arg"))
                .contains("audit-policy-file=/etc/kubernetes/audit-policy.yaml", "audit-log-maxage=7")
                .doesNotContain("audit-policy-file=/tmp/x");
    }
}
