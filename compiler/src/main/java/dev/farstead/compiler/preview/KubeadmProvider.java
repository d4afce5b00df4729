// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.KubeadmProviderFacts;
import dev.farstead.schemas.KubeadmSetting;
import dev.farstead.schemas.PackValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the provider for kubeadm makes of the configuration in the pack: the documents below {@code /opt/kubeadm}. It reads the
 * configuration into kubeadm's types and prints them, so what these always print stands there too; lists that are null are left out here,
 * since kubeadm reads both alike. Source: github.com/kairos-io/provider-kubeadm, stages and utils at the tags of the facts.
 */
final class KubeadmProvider implements NodeProvider {
    /** Stands for what the provider makes from the token of the cluster. */
    static final String FROM_TOKEN = "<made from the cluster token, which the management plane chooses>";

    private static final String CLUSTER = "clusterConfiguration";
    private static final String INIT = "initConfiguration";
    private static final String JOIN = "joinConfiguration";
    private static final String KUBELET = "kubeletConfiguration";
    private static final String KUBEADM_API = "kubeadm.k8s.io/v1beta3";
    private static final String RESOLVER = "resolvConf";
    private static final int PORT = 6443;

    /** The address of the cluster's name service is the tenth of the service range; without one, that of kubeadm's own range. */
    private static final int DNS = 10;

    private static final String OTHER_DNS = "10.96.0.10";

    private static final String FOLDER = "opt/kubeadm/";

    private final KubeadmProviderFacts facts;
    private final KubeadmProviderFacts.Release release;
    private final OutputText endpoint;
    private final OutputMap given;
    private final Origin provided;

    /**
     * Makes a provider.
     *
     * @param facts what is known of the provider
     * @param release the release of it
     * @param config the configuration in the pack
     * @param endpoint host name or address of the control plane
     */
    KubeadmProvider(
            KubeadmProviderFacts facts, KubeadmProviderFacts.Release release, OutputMap config, OutputText endpoint) {
        this.facts = facts;
        this.release = release;
        this.endpoint = endpoint;
        this.given = config;
        this.provided = new Origin.Fact("written by the provider", release.source());
    }

    @Override
    public Map<String, OutputContent> files(Role role, Node node) {
        Map<String, OutputContent> files = new LinkedHashMap<>();
        files.put(FOLDER + "kubeadm.yaml", new OutputContent.Documents(kubeadm(role)));
        if (role != Role.WORKER) {
            files.put(FOLDER + "cluster-config.yaml", new OutputContent.Documents(clusterConfig(role)));
            files.put(FOLDER + "kubelet-config.yaml", new OutputContent.Yaml(Optional.empty(), kubelet()));
        }
        KubeadmProxy proxy = new KubeadmProxy(release, given, node.proxy());
        files.put("etc/default/kubelet", proxy.kubelet());
        files.put(release.containerdDropIn().substring(1), proxy.containerd());
        return files;
    }

    /** Returns the documents of {@code kubeadm.yaml}, which kubeadm starts or joins the cluster with. */
    List<OutputNode> kubeadm(Role role) {
        if (role == Role.INIT) {
            OutputMap init = Fields.with(part(INIT, true), List.of("bootstrapTokens"), bootstrapTokens());
            init = Fields.with(init, List.of("certificateKey"), new OutputText(FROM_TOKEN, provided));
            return List.of(
                    document(KUBEADM_API, "ClusterConfiguration", cluster()),
                    document(KUBEADM_API, "InitConfiguration", init),
                    kubelet());
        }
        return List.of(document(KUBEADM_API, "JoinConfiguration", join(role)));
    }

    /**
     * Returns the documents of {@code cluster-config.yaml}, which the control plane is changed by later: here the parts for starting and
     * joining, where the release writes them, stand as the pack gives them. A worker has no such file, and none for its kubelet.
     */
    List<OutputNode> clusterConfig(Role role) {
        List<OutputNode> documents = new ArrayList<>();
        documents.add(document(KUBEADM_API, "ClusterConfiguration", cluster()));
        if (!release.clusterFileHoldsAll()) {
            return documents;
        }
        documents.add(document(KUBEADM_API, "InitConfiguration", part(INIT, false)));
        if (role == Role.CONTROL_PLANE) {
            documents.add(document(KUBEADM_API, "JoinConfiguration", part(JOIN, false)));
        }
        return documents;
    }

    /** Returns the document of {@code kubelet-config.yaml}. */
    OutputMap kubelet() {
        OutputMap kubelet = Fields.withDefault(part(KUBELET, true), List.of("clusterDNS"), clusterDns());
        for (KubeadmSetting zero : facts.printedZeros()) {
            Origin fact = new Origin.Fact("always printed", zero.source());
            kubelet = Fields.withDefault(kubelet, below(zero.path()), scalar(zero.value(), fact));
        }
        return document("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", kubelet);
    }

    private OutputMap cluster() {
        OutputMap cluster = part(CLUSTER, true);
        OutputMap apiServer = (OutputMap) cluster.find("apiServer").orElseThrow();
        List<OutputNode> names = new ArrayList<>();
        apiServer.find("certSANs").ifPresent(list -> names.addAll(((OutputList) list).items()));
        names.add(new OutputText(endpoint.text(), from()));
        cluster = Fields.with(cluster, List.of("apiServer", "certSANs"), new OutputList(names, from()));
        return Fields.with(cluster, List.of("controlPlaneEndpoint"), address());
    }

    private OutputMap join(Role role) {
        OutputMap join = part(JOIN, false);
        OutputMap token = OutputMap.builder(provided)
                .put("token", new OutputText(FROM_TOKEN, provided))
                .put("apiServerEndpoint", address())
                .put("unsafeSkipCAVerification", new OutputBoolean(true, provided))
                .build();
        join = Fields.with(join, List.of("discovery", "bootstrapToken"), token);
        if (role == Role.WORKER) {
            return join;
        }
        for (KubeadmSetting setting : facts.defaults()) {
            if (setting.path().get(0).equals(JOIN)) {
                join = Fields.withDefault(join, below(setting.path()), scalar(setting.value(), provided));
            }
        }
        return Fields.with(join, List.of("controlPlane", "certificateKey"), new OutputText(FROM_TOKEN, provided));
    }

    /** Returns a part of the configuration as it is printed: with the provider's defaults, if it has filled them in by then. */
    private OutputMap part(String name, boolean filled) {
        OutputMap part = given.find(name)
                .map(OutputMap.class::cast)
                .orElseGet(() -> OutputMap.builder(provided).build());
        if (filled) {
            for (KubeadmSetting setting : facts.defaults()) {
                if (setting.path().get(0).equals(name)) {
                    part = Fields.withDefault(part, below(setting.path()), scalar(setting.value(), provided));
                }
            }
        }
        for (KubeadmProviderFacts.PrintedMap printed : facts.printedMaps()) {
            for (List<String> path : printed.paths()) {
                if (path.get(0).equals(name)) {
                    Origin fact = new Origin.Fact("always printed", printed.source());
                    part = Fields.withDefault(
                            part, below(path), OutputMap.builder(fact).build());
                }
            }
        }
        return part;
    }

    private OutputList bootstrapTokens() {
        OutputMap token = OutputMap.builder(provided)
                .put("token", new OutputText(FROM_TOKEN, provided))
                .put("ttl", new OutputText("0s", provided))
                .build();
        return new OutputList(List.of(token), provided);
    }

    private OutputList clusterDns() {
        OutputText service = given.find(CLUSTER)
                .flatMap(cluster -> ((OutputMap) cluster).find("networking"))
                .flatMap(networking -> ((OutputMap) networking).find("serviceSubnet"))
                .map(OutputText.class::cast)
                .orElse(new OutputText("", provided));
        String dns = IpPrefix.parse(service.text())
                .flatMap(range -> range.host(DNS))
                .map(IpAddress::toString)
                .orElse(OTHER_DNS);
        Origin origin = Origin.inferred("the tenth address of the service range", service.origin(), provided);
        return new OutputList(List.of(new OutputText(dns, origin)), origin);
    }

    private OutputMap document(String version, String kind, OutputMap fields) {
        OutputMap.Builder document = OutputMap.builder(provided)
                .put("apiVersion", new OutputText(version, provided))
                .put("kind", new OutputText(kind, provided));
        fields.entries().forEach(entry -> {
            if (entry.key().equals(RESOLVER) && entry.value().origin().equals(provided)) {
                document.put(RESOLVER, entry.value(), "only where systemd-resolved runs");
            } else {
                document.put(entry.key(), entry.value());
            }
        });
        return document.build();
    }

    private static OutputNode scalar(PackValue value, Origin origin) {
        if (value instanceof PackValue.Bool bool) {
            return new OutputBoolean(bool.value(), origin);
        }
        if (value instanceof PackValue.Numeral number) {
            return new OutputInteger(number.value(), origin);
        }
        return new OutputText(((PackValue.Text) value).value(), origin);
    }

    private static List<String> below(List<String> path) {
        return path.subList(1, path.size());
    }

    private OutputText address() {
        return new OutputText(endpoint.text() + ":" + PORT, from());
    }

    private Origin from() {
        return Origin.inferred("the provider writes the endpoint", endpoint.origin(), provided);
    }
}
