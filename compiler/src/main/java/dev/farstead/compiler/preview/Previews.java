// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.Because;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.FlavorFacts;
import dev.farstead.schemas.KubeadmProviderFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows, for each role of a site, what the provider will write on a node. Thread-safe. */
public final class Previews {
    private static final String UNKNOWN_ADDRESS = "<address of the host>";
    private static final Map<String, String> PROXY =
            Map.of("HTTP_PROXY", "httpProxy", "HTTPS_PROXY", "httpsProxy", "NO_PROXY", "noProxy");

    private final Catalogue catalogue;
    private final AgentRelease agent;
    private final FlavorFacts flavor;
    private final Origin chosen;
    private final WrittenYaml config;

    /**
     * Makes previews for the provider of a flavor.
     *
     * @param catalogue what is known of the providers
     * @param agent the agent release, which carries them
     * @param flavor the distribution as specifications write it
     * @param chosen where agent release and flavor were chosen
     * @param profile the written files of the profile whose sites are shown
     */
    public Previews(Catalogue catalogue, AgentRelease agent, String flavor, Origin chosen, List<WrittenFile> profile) {
        this.catalogue = catalogue;
        this.agent = agent;
        this.flavor = catalogue.flavor(flavor);
        this.chosen = chosen;
        this.config = config(yaml(profile, "/k8s-" + this.flavor.pack() + ".yaml"));
    }

    /**
     * Returns the previews of a site.
     *
     * @param folder folder of the site in the output set, with a slash at its end
     * @param site the written files of the site
     * @return the files, role by role
     */
    public List<OutputFile> of(String folder, List<WrittenFile> site) {
        WrittenYaml request = yaml(site, "/cluster.yaml");
        SourceScalar host = (SourceScalar) request.find("spec", "cloudConfig", "controlPlaneEndpoint", "host")
                .orElseThrow();
        NodeProvider provider = provider(chosenConfig(request), new OutputText(host.text(), request.origin(host)));
        List<OutputFile> files = new ArrayList<>();
        Map<Role, SourceScalar> hosts = hosts(request);
        Map<String, WrittenYaml> userData =
                userData(site, hosts.values().stream().map(SourceScalar::text).toList());
        hosts.forEach((role, shown) -> {
            Origin member = member(request, shown);
            provider.files(role, node(userData, shown.text(), member)).forEach((path, content) -> {
                OutputContent because =
                        Because.ofFacts(content, "what the provider does on this host", List.of(chosen, member));
                files.add(new OutputFile(
                        folder + "preview/" + role.folder() + "/" + path,
                        Delivery.PREVIEW,
                        "nobody: what the provider will write",
                        0644,
                        because,
                        Origin.inferred("what the provider writes on a host of this role", member, chosen)));
            });
        });
        return files;
    }

    private NodeProvider provider(WrittenYaml chosen, OutputText endpoint) {
        return catalogue
                .provider(agent, flavor.flavor())
                .<NodeProvider>map(release -> new FilesOfUnit(flavor, release, chosen, endpoint))
                .orElseGet(() -> kubeadm(chosen, endpoint));
    }

    private NodeProvider kubeadm(WrittenYaml chosen, OutputText endpoint) {
        KubeadmProviderFacts facts = catalogue.kubeadmProvider();
        return new KubeadmProvider(
                facts, agent.provider(flavor.flavor()).flatMap(facts::release).orElseThrow(), chosen, endpoint);
    }

    /** Which host is shown for a role follows from the role of each. */
    private static Origin member(WrittenYaml request, SourceScalar shown) {
        SourceSequence pools =
                (SourceSequence) request.find("spec", "machinePoolConfig").orElseThrow();
        Stream<Origin> sizes = pools.items().stream()
                .map(pool -> request.origin(
                        WrittenYaml.find(pool, "poolConfig", "size").orElseThrow()));
        return new Origin.Inferred(
                "the host that is shown for its role",
                Stream.concat(Stream.of(request.origin(shown)), sizes).toList());
    }

    /** The values of the site's request replace those of the profile. */
    private WrittenYaml chosenConfig(WrittenYaml request) {
        return override(request).map(Previews::config).orElse(config);
    }

    private static WrittenYaml config(WrittenYaml values) {
        return values.embedded((SourceScalar) values.find("cluster", "config").orElseThrow());
    }

    private Optional<WrittenYaml> override(WrittenYaml request) {
        SourceSequence profiles =
                (SourceSequence) request.find("spec", "profiles").orElseThrow();
        return profiles.items().stream()
                .flatMap(profile -> WrittenYaml.find(profile, "packValues").stream())
                .flatMap(packs -> ((SourceSequence) packs).items().stream())
                .filter(pack -> WrittenYaml.text(pack, "name").orElseThrow().equals(flavor.pack()))
                .map(pack -> request.embedded(
                        (SourceScalar) WrittenYaml.find(pack, "values").orElseThrow()))
                .findFirst();
    }

    /** Returns a host for each role; of hosts that are alike the first one is shown. */
    private static Map<Role, SourceScalar> hosts(WrittenYaml request) {
        Map<Role, SourceScalar> hosts = new LinkedHashMap<>();
        SourceSequence pools =
                (SourceSequence) request.find("spec", "machinePoolConfig").orElseThrow();
        for (SourceNode pool : pools.items()) {
            boolean controlPlane =
                    WrittenYaml.text(pool, "poolConfig", "isControlPlane").isPresent();
            List<SourceScalar> uids = ((SourceSequence)
                            WrittenYaml.find(pool, "cloudConfig", "edgeHosts").orElseThrow())
                    .items().stream()
                            .map(host -> (SourceScalar)
                                    WrittenYaml.find(host, "hostUid").orElseThrow())
                            .toList();
            if (controlPlane) {
                hosts.put(Role.INIT, uids.get(0));
                if (uids.size() > 1) {
                    hosts.put(Role.CONTROL_PLANE, uids.get(1));
                }
            } else {
                hosts.put(Role.WORKER, uids.get(0));
            }
        }
        return hosts;
    }

    /** Reads the user-data of some hosts, and of those that stand before them. */
    private static Map<String, WrittenYaml> userData(List<WrittenFile> site, Collection<String> uids) {
        Map<String, WrittenYaml> read = new HashMap<>();
        for (WrittenFile file : site) {
            if (file.path().endsWith("/cidata/user-data") && !read.keySet().containsAll(uids)) {
                WrittenYaml yaml = WrittenYaml.entry(file, "stylus");
                read.put(WrittenYaml.text(yaml.root(), "stylus", "site", "name").orElseThrow(), yaml);
            }
        }
        return read;
    }

    private static Node node(Map<String, WrittenYaml> hosts, String uid, Origin member) {
        WrittenYaml userData = Objects.requireNonNull(hosts.get(uid), "every host has user-data");
        SourceNode network = userData.find("stylus", "site", "network").orElseThrow();
        Map<String, OutputText> proxy = new LinkedHashMap<>();
        PROXY.forEach((variable, key) -> WrittenYaml.find(network, key)
                .ifPresent(value ->
                        proxy.put(variable, new OutputText(((SourceScalar) value).text(), userData.origin(value)))));
        SourceNode interfaces = WrittenYaml.find(network, "interfaces").orElseThrow();
        SourceNode first = ((SourceMapping) interfaces).entries().get(0).value();
        OutputText address = WrittenYaml.find(first, "ipAddress")
                .map(value -> new OutputText(((SourceScalar) value).text(), userData.origin(value)))
                .orElseGet(() -> new OutputText(UNKNOWN_ADDRESS, userData.origin(first)));
        Origin shown = Origin.inferred("the address of the host that is shown", address.origin(), member);
        return new Node(proxy, new OutputText(address.text(), shown));
    }

    private static WrittenYaml yaml(List<WrittenFile> files, String ending) {
        return files.stream()
                .filter(file -> file.path().endsWith(ending))
                .map(WrittenYaml::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no written file ends in " + ending));
    }
}
