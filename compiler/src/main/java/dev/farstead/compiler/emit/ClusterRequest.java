// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cluster request of a site. The names are those of the management plane's API (github.com/spectrocloud/palette-sdk-go, api/models);
 * the identifier of the cluster profile, which the management plane gives, is left as a text that it refuses.
 */
final class ClusterRequest {
    private static final String MODELS = "github.com/spectrocloud/palette-sdk-go, api/models";
    private static final Origin FORM = new Origin.Fact(
            "form of a cluster request", MODELS + "/v1_spectro_edge_native_cluster_entity.go, v1_update_strategy.go");

    private ClusterRequest() {}

    static OutputFile emit(ResolvedSite site, Catalogue catalogue) {
        Origin from =
                Origin.inferred("the cluster request of this site", site.name().origin());
        OutputMap tree = OutputMap.builder(from)
                .put("metadata", metadata(site, from))
                .put(
                        "spec",
                        OutputMap.builder(from)
                                .put("cloudConfig", cloudConfig(site, from))
                                .put("machinepoolconfig", pools(site, from))
                                .put("profiles", profiles(site, catalogue, from))
                                .build())
                .build();
        return new OutputFile(
                Paths.of(site) + "cluster.yaml",
                Delivery.PALETTE,
                "who creates the cluster",
                0644,
                new OutputContent.Yaml(Optional.empty(), tree));
    }

    private static OutputMap metadata(ResolvedSite site, Origin from) {
        OutputMap.Builder metadata = OutputMap.builder(from).put("name", OutputText.of(site.name()));
        if (!site.labels().isEmpty()) {
            OutputMap.Builder labels = OutputMap.builder(from);
            site.labels().forEach((key, value) -> labels.put(key, OutputText.of(value)));
            metadata.put("labels", labels.build());
        }
        return metadata.build();
    }

    private static OutputMap cloudConfig(ResolvedSite site, Origin from) {
        Sourced<Endpoint> endpoint = Values.needed(site.endpoint());
        Origin type = new Origin.Fact("names of the endpoint types", MODELS);
        OutputMap reached = OutputMap.builder(from)
                .put("host", OutputText.of(endpoint.map(Endpoint::host)))
                .put(
                        "type",
                        new OutputText(
                                type(endpoint.value()),
                                Origin.inferred("the kind of the endpoint", endpoint.origin(), type)))
                .build();
        OutputMap.Builder config = OutputMap.builder(from).put("controlPlaneEndpoint", reached);
        if (!site.network().ntpServers().isEmpty()) {
            config.put("ntpServers", OutputList.texts(site.network().ntpServers(), from));
        }
        return config.build();
    }

    private static String type(Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Vip) {
            return "VIP";
        }
        return endpoint instanceof Endpoint.DynamicName ? "DDNS" : "External";
    }

    private static OutputList pools(ResolvedSite site, Origin from) {
        List<OutputNode> pools = new ArrayList<>();
        pools.add(pool(site, HostRole.CONTROL_PLANE, from));
        if (!site.hosts(HostRole.WORKER).isEmpty()) {
            pools.add(pool(site, HostRole.WORKER, from));
        }
        return new OutputList(pools, from);
    }

    private static OutputMap pool(ResolvedSite site, HostRole role, Origin from) {
        List<ResolvedHost> hosts = site.hosts(role);
        Origin members = Members.of(site, role);
        OutputMap.Builder config = OutputMap.builder(members)
                .put("name", new OutputText(role.text() + "-pool", members))
                .put("labels", new OutputList(List.of(new OutputText(role.text(), members)), members))
                .put("size", new OutputInteger(hosts.size(), members));
        if (role == HostRole.CONTROL_PLANE) {
            config.put("isControlPlane", new OutputBoolean(true, members))
                    .put(
                            "useControlPlaneAsWorker",
                            new OutputBoolean(
                                    site.hosts(HostRole.WORKER).isEmpty(),
                                    Origin.inferred("whether the site has workers", Members.of(site))));
        }
        ResolvedHostClass machine = Values.needed(hosts.get(0).hostClass()).value();
        config.put(
                        "updateStrategy",
                        OutputMap.builder(FORM)
                                .put("type", new OutputText("RollingUpdateScaleOut", FORM))
                                .build())
                .put(
                        "machinePoolProperties",
                        OutputMap.builder(from)
                                .put("archType", OutputText.of(machine.arch().map(arch -> arch.text())))
                                .build());
        List<OutputNode> edgeHosts = hosts.stream()
                .<OutputNode>map(host -> OutputMap.builder(new Origin.Written(host.place()))
                        .put("hostUid", new OutputText(host.uid().value(), member(host)))
                        .build())
                .toList();
        return OutputMap.builder(members)
                .put("poolConfig", config.build())
                .put(
                        "cloudConfig",
                        OutputMap.builder(members)
                                .put("edgeHosts", new OutputList(edgeHosts, members))
                                .build())
                .build();
    }

    private static Origin member(ResolvedHost host) {
        return Origin.inferred(
                "a host of this role",
                host.uid().origin(),
                Values.needed(host.role()).origin());
    }

    private static OutputList profiles(ResolvedSite site, Catalogue catalogue, Origin from) {
        Sourced<String> name = site.profile().name();
        Origin chosen = Origin.inferred("the management plane gives the identifier", name.origin());
        OutputMap.Builder profile = OutputMap.builder(from)
                .put("uid", new OutputText("<identifier of cluster profile " + name.value() + ">", chosen));
        List<PackValues> overrides = PackValues.overrides(site, catalogue);
        if (!overrides.isEmpty()) {
            Origin otherwise = PackValues.otherwise(site);
            List<OutputNode> values = overrides.stream()
                    .<OutputNode>map(pack -> OutputMap.builder(otherwise)
                            .put(
                                    "name",
                                    new OutputText(
                                            pack.name().value(),
                                            Origin.inferred(
                                                    "the pack that is set",
                                                    pack.name().origin(),
                                                    otherwise)))
                            .put("tag", OutputText.of(pack.version()))
                            .put("type", new OutputText("spectro", FORM))
                            .put("values", new OutputEmbedded(pack.values(), otherwise))
                            .build())
                    .toList();
            profile.put("packValues", new OutputList(values, otherwise));
        }
        return new OutputList(List.of(profile.build()), from);
    }
}
