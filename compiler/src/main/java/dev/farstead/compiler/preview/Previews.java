// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.Because;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.FlavorFacts;
import dev.farstead.schemas.KubeadmProviderFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final OutputMap config;

    /**
     * Makes previews for the provider of a flavor.
     *
     * @param catalogue what is known of the providers
     * @param agent the agent release, which carries them
     * @param flavor the distribution as specifications write it
     * @param chosen where agent release and flavor were chosen
     * @param profile the files of the profile whose sites are shown
     */
    public Previews(Catalogue catalogue, AgentRelease agent, String flavor, Origin chosen, List<OutputFile> profile) {
        this.catalogue = catalogue;
        this.agent = agent;
        this.flavor = catalogue.flavor(flavor);
        this.chosen = chosen;
        this.config = config(ReadTree.of(profile, "/k8s-" + this.flavor.pack() + ".yaml"));
    }

    /**
     * Returns the previews of a site.
     *
     * @param folder folder of the site in the output set, with a slash at its end
     * @param site the files of the site
     * @return the files, role by role
     */
    public List<OutputFile> of(String folder, List<OutputFile> site) {
        OutputNode request = ReadTree.of(site, "/cluster.yaml");
        OutputText endpoint = (OutputText) ReadTree.get(request, "spec", "cloudConfig", "controlPlaneEndpoint", "host");
        NodeProvider provider = provider(chosenConfig(request), endpoint);
        Map<String, OutputNode> userData = userData(site);
        List<OutputFile> files = new ArrayList<>();
        hosts(request).forEach((role, shown) -> {
            Origin member = member(request, shown);
            OutputNode host = Objects.requireNonNull(userData.get(shown.text()), "every host has user-data");
            provider.files(role, node(host, member)).forEach((path, content) -> {
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

    private NodeProvider provider(OutputMap chosen, OutputText endpoint) {
        return catalogue
                .provider(agent, flavor.flavor())
                .<NodeProvider>map(release -> new FilesOfUnit(flavor, release, chosen, endpoint))
                .orElseGet(() -> kubeadm(chosen, endpoint));
    }

    private NodeProvider kubeadm(OutputMap chosen, OutputText endpoint) {
        KubeadmProviderFacts facts = catalogue.kubeadmProvider();
        return new KubeadmProvider(
                facts,
                agent.provider(flavor.flavor()).flatMap(facts::release).orElseThrow(),
                new Durations(catalogue.kubeadmFields()).printed(chosen),
                endpoint);
    }

    /** Which host is shown for a role follows from the role of each. */
    private static Origin member(OutputNode request, OutputText shown) {
        Stream<Origin> sizes = ReadTree.items(request, "spec", "machinepoolconfig").stream()
                .map(pool -> ReadTree.get(pool, "poolConfig", "size").origin());
        return new Origin.Inferred(
                "the host that is shown for its role",
                Stream.concat(Stream.of(shown.origin()), sizes).toList());
    }

    /** The values of the site's request replace those of the profile. */
    private OutputMap chosenConfig(OutputNode request) {
        return ReadTree.items(request, "spec", "profiles").stream()
                .flatMap(profile -> ReadTree.find(profile, "packValues").stream())
                .flatMap(packs -> ReadTree.items(packs).stream())
                .filter(pack -> ReadTree.text(pack, "name").orElseThrow().equals(flavor.pack()))
                .map(pack -> config(ReadTree.document(ReadTree.get(pack, "values"))))
                .findFirst()
                .orElse(config);
    }

    private static OutputMap config(OutputNode values) {
        return ReadTree.document(ReadTree.get(values, "cluster", "config"));
    }

    /** Returns a host for each role; of hosts that are alike the first one is shown. */
    private static Map<Role, OutputText> hosts(OutputNode request) {
        Map<Role, OutputText> hosts = new LinkedHashMap<>();
        for (OutputNode pool : ReadTree.items(request, "spec", "machinepoolconfig")) {
            List<OutputText> uids = ReadTree.items(pool, "cloudConfig", "edgeHosts").stream()
                    .map(host -> (OutputText) ReadTree.get(host, "hostUid"))
                    .toList();
            if (ReadTree.find(pool, "poolConfig", "isControlPlane").isPresent()) {
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

    /** Returns the user-data of the hosts by their identifiers. */
    private static Map<String, OutputNode> userData(List<OutputFile> site) {
        Map<String, OutputNode> hosts = new HashMap<>();
        ReadTree.all(site, "/cidata/user-data")
                .forEach(tree ->
                        hosts.put(ReadTree.text(tree, "stylus", "site", "name").orElseThrow(), tree));
        return hosts;
    }

    private static Node node(OutputNode userData, Origin member) {
        OutputNode network = ReadTree.get(userData, "stylus", "site", "network");
        Map<String, OutputText> proxy = new LinkedHashMap<>();
        PROXY.forEach((variable, key) ->
                ReadTree.find(network, key).ifPresent(value -> proxy.put(variable, (OutputText) value)));
        OutputNode first = ((OutputMap) ReadTree.get(network, "interfaces"))
                .entries()
                .get(0)
                .value();
        OutputText address = ReadTree.find(first, "ipAddress")
                .map(OutputText.class::cast)
                .orElseGet(() -> new OutputText(UNKNOWN_ADDRESS, first.origin()));
        Origin shown = Origin.inferred("the address of the host that is shown", address.origin(), member);
        return new Node(proxy, new OutputText(address.text(), shown));
    }
}
