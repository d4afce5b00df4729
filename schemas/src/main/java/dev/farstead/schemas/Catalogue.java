// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The facts about other people's programs that this version of the library carries. Each file is read when it is first asked for, once. Immutable
 * and thread-safe.
 */
public final class Catalogue {
    private static final Catalogue BUNDLED = new Catalogue(Map.of());

    private final Lazy<String> version = new Lazy<>(this::readVersion);
    private final Lazy<List<FlavorFacts>> flavors =
            new Lazy<>(() -> list("catalogue/flavors.json", "flavors", FlavorFacts::read));
    private final Lazy<List<AgentRelease>> agentReleases =
            new Lazy<>(() -> list("catalogue/agent-releases.json", "releases", AgentRelease::read));
    private final PerFlavor<ConfigKeys> configKeys =
            PerFlavor.ofKeyed(flavor -> ConfigKeys.read(file("catalogue/" + flavor + "-config-keys.json")));
    private final PerFlavor<List<ProviderRelease>> providers = PerFlavor.ofKeyed(
            flavor -> list("catalogue/" + flavor + "-provider.json", "releases", ProviderRelease::read));
    private final Lazy<ComponentArguments> componentArguments =
            new Lazy<>(() -> ComponentArguments.read(file("catalogue/component-arguments.json")));
    private final Lazy<FeatureGates> featureGates =
            new Lazy<>(() -> FeatureGates.read(file("catalogue/feature-gates.json")));
    private final PerFlavor<OwnedArguments> ownedArguments = PerFlavor.ofPrograms(
            program -> OwnedArguments.read(file("catalogue/" + program + "-owned-arguments.json")));
    private final Lazy<KubeadmFields> kubeadmFields =
            new Lazy<>(() -> KubeadmFields.read(file("catalogue/kubeadm-fields.json")));
    private final Lazy<AdmissionPlugins> admissionPlugins =
            new Lazy<>(() -> AdmissionPlugins.read(file("catalogue/admission-plugins.json")));
    private final Lazy<List<Pack>> packs = new Lazy<>(() -> list("catalogue/packs.json", "packs", Pack::read));
    private final PerFlavor<PackDefaults> packDefaults =
            PerFlavor.ofKeyed(flavor -> PackDefaults.read(file("catalogue/" + flavor + "-pack-defaults.json")));
    private final Lazy<PackRemovals> packRemovals =
            new Lazy<>(() -> PackRemovals.read(file("catalogue/pack-removals.json")));
    private final Lazy<SecretKeys> secretKeys = new Lazy<>(() -> SecretKeys.read(file("catalogue/secret-keys.json")));
    private final Lazy<NodeLabels> nodeLabels = new Lazy<>(() -> NodeLabels.read(file("catalogue/node-labels.json")));
    private final Lazy<AuditPolicy> auditPolicy =
            new Lazy<>(() -> AuditPolicy.read(file("catalogue/audit-policy.json")));
    private final PerFlavor<CisAdditions> cis =
            PerFlavor.ofKeyed(flavor -> CisAdditions.read(file("catalogue/cis-" + flavor + ".json")));
    private final Lazy<List<CisItem>> cisItems =
            new Lazy<>(() -> list("catalogue/cis-items.json", "items", CisItem::read));
    private final Lazy<KubeadmDefaults> kubeadmDefaults =
            new Lazy<>(() -> KubeadmDefaults.read(file("catalogue/kubeadm-pack-defaults.json")));
    private final Lazy<KubeadmCis> kubeadmCis = new Lazy<>(() -> KubeadmCis.read(file("catalogue/cis-kubeadm.json")));
    private final Lazy<KubeadmProviderFacts> kubeadmProvider =
            new Lazy<>(() -> KubeadmProviderFacts.read(file("catalogue/kubeadm-provider.json")));
    private final Lazy<List<SpecialAddresses>> specialAddresses =
            new Lazy<>(() -> list("catalogue/special-addresses.json", "ranges", SpecialAddresses::read));
    private final Lazy<FolderNames> folderNames =
            new Lazy<>(() -> FolderNames.read(file("catalogue/folder-names.json")));
    private final Lazy<Hardware> hardware = new Lazy<>(() -> Hardware.read(file("catalogue/hardware.json")));
    private final Lazy<Lifecycle> lifecycle = new Lazy<>(() -> Lifecycle.read(file("catalogue/lifecycle.json")));
    private final Lazy<OperatingSystems> operatingSystems =
            new Lazy<>(() -> OperatingSystems.read(file("catalogue/operating-systems.json")));
    private final Lazy<AxisTable> axes =
            new Lazy<>(() -> AxisTable.read(file("axes/axes.json"), file("axes/constraints.json")));

    private final Map<String, byte[]> overlay;

    private Catalogue(Map<String, byte[]> overlay) {
        this.overlay = Map.copyOf(overlay);
    }

    /**
     * Returns a catalogue in which some files take the place of the bundled ones: a release that came out after the library.
     *
     * @param files the JSON texts by path, such as {@code catalogue/agent-releases.json}; they are not copied
     * @return a catalogue that reads all other files from the library
     */
    public static Catalogue overlaid(Map<String, byte[]> files) {
        return new Catalogue(files);
    }

    private JsonRecord file(String name) {
        byte[] text = overlay.get(name);
        return text == null ? JsonFile.read(name) : JsonFile.read(name, text);
    }

    /**
     * Returns the catalogue inside the library.
     *
     * @return always the same one
     */
    public static Catalogue bundled() {
        return BUNDLED;
    }

    private String readVersion() {
        JsonRecord file = file("catalogue/catalogue.json");
        String read = file.text("version");
        file.end();
        return read;
    }

    /** Reads a file that is one list. */
    private <T> List<T> list(String name, String key, Function<JsonRecord, T> reader) {
        JsonRecord file = file(name);
        List<T> read = file.objects(key, reader);
        file.end();
        return read;
    }

    /**
     * Returns the version of the facts.
     *
     * @return year and month, such as {@code 2026.11}
     */
    public String version() {
        return version.get();
    }

    /**
     * Returns what a flavor is called, and where it stands on a node.
     *
     * @param name the flavor as specifications write it
     * @return the facts
     * @throws IllegalArgumentException for a name that is no flavor
     */
    public FlavorFacts flavor(String name) {
        return flavors.get().stream()
                .filter(facts -> facts.flavor().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no flavor: " + name));
    }

    /**
     * Returns the agent releases.
     *
     * @return the releases, oldest first
     */
    public List<AgentRelease> agentReleases() {
        return agentReleases.get();
    }

    /**
     * Finds an agent release.
     *
     * @param version such as {@code 4.5.15}
     * @return the release, or empty for one that the catalogue does not know
     */
    public Optional<AgentRelease> agentRelease(String version) {
        return agentReleases().stream()
                .filter(release -> release.version().toString().equals(version))
                .findFirst();
    }

    /**
     * Returns the keys of a distribution's configuration file.
     *
     * @param flavor the distribution as specifications write it
     * @return the keys, or empty for a flavor that is not configured by such a file
     */
    public Optional<ConfigKeys> configKeys(String flavor) {
        return configKeys.of(flavor);
    }

    /**
     * Returns the keys of the K3s configuration file.
     *
     * @return the keys
     */
    public ConfigKeys k3sKeys() {
        return configKeys.of(PerFlavor.K3S).orElseThrow();
    }

    /**
     * Returns the releases of the provider that writes a distribution's configuration on the node.
     *
     * @param flavor the distribution as specifications write it
     * @return the releases, oldest first; empty for a flavor whose provider works otherwise
     */
    public List<ProviderRelease> providers(String flavor) {
        return providers.of(flavor).orElse(List.of());
    }

    /**
     * Returns the provider inside the images of an agent release.
     *
     * @param release the agent release
     * @param flavor the distribution as specifications write it
     * @return the provider, or empty for a flavor whose provider works otherwise
     */
    public Optional<ProviderRelease> provider(AgentRelease release, String flavor) {
        return providers(flavor).stream()
                .filter(provider -> release.provider(flavor)
                        .filter(provider.version()::equals)
                        .isPresent())
                .findFirst();
    }

    /**
     * Returns the arguments of the Kubernetes components.
     *
     * @return the arguments
     */
    public ComponentArguments componentArguments() {
        return componentArguments.get();
    }

    /**
     * Returns the feature gates of the Kubernetes components.
     *
     * @return the gates
     */
    public FeatureGates featureGates() {
        return featureGates.get();
    }

    /**
     * Returns the arguments that a distribution gives its components itself.
     *
     * @param flavor the distribution as specifications write it
     * @return the arguments by component, or empty for a flavor that the catalogue does not know
     */
    public Optional<OwnedArguments> ownedArguments(String flavor) {
        return ownedArguments.of(flavor);
    }

    /**
     * Returns the fields of the configuration that kubeadm reads.
     *
     * @return the fields
     */
    public KubeadmFields kubeadmFields() {
        return kubeadmFields.get();
    }

    /**
     * Returns the admission plug-ins of kube-apiserver.
     *
     * @return the plug-ins
     */
    public AdmissionPlugins admissionPlugins() {
        return admissionPlugins.get();
    }

    /**
     * Returns the packs of cluster profiles.
     *
     * @return the packs, lowest layer first
     */
    public List<Pack> packs() {
        return packs.get();
    }

    /**
     * Finds a pack.
     *
     * @param name such as {@code cni-calico}
     * @return the pack, or empty for one that the catalogue does not know
     */
    public Optional<Pack> pack(String name) {
        return packs().stream().filter(pack -> pack.name().equals(name)).findFirst();
    }

    /**
     * Returns what the Kubernetes pack of a flavor brings.
     *
     * @param flavor the distribution as specifications write it
     * @return its defaults for a profile whose network comes from a pack, or empty for a flavor that is not configured by
     *     arguments and keys
     */
    public Optional<PackDefaults> packDefaults(String flavor) {
        return packDefaults.of(flavor);
    }

    /**
     * Returns what choices of a profile take out of what the Kubernetes packs bring.
     *
     * @return the removals
     */
    public PackRemovals packRemovals() {
        return packRemovals.get();
    }

    /**
     * Returns the keys and arguments whose values are secrets.
     *
     * @return the keys
     */
    public SecretKeys secretKeys() {
        return secretKeys.get();
    }

    /**
     * Returns the labels that Kubernetes keeps for itself.
     *
     * @return the labels
     */
    public NodeLabels nodeLabels() {
        return nodeLabels.get();
    }

    /**
     * Returns the audit policy of the Kubernetes packs.
     *
     * @return the policy
     */
    public AuditPolicy auditPolicy() {
        return auditPolicy.get();
    }

    /**
     * Returns what the hardening guide of a distribution asks for.
     *
     * @param flavor the distribution as specifications write it
     * @return the additions, or empty for a flavor whose guide the catalogue does not hold
     */
    public Optional<CisAdditions> cis(String flavor) {
        return cis.of(flavor);
    }

    /**
     * Returns what the pack of kubeadm's Kubernetes brings.
     *
     * @return its defaults, the same for the pack of the FIPS registry
     */
    public KubeadmDefaults kubeadmDefaults() {
        return kubeadmDefaults.get();
    }

    /**
     * Returns what items of the CIS benchmark ask of arguments and keys, whatever sets them.
     *
     * @return the items in the order of the benchmark
     */
    public List<CisItem> cisItems() {
        return cisItems.get();
    }

    /**
     * Returns what the CIS benchmark asks of a cluster that kubeadm makes.
     *
     * @return the additions
     */
    public KubeadmCis kubeadmCis() {
        return kubeadmCis.get();
    }

    /**
     * Returns the provider that writes kubeadm's configuration on the node.
     *
     * @return the facts about its releases
     */
    public KubeadmProviderFacts kubeadmProvider() {
        return kubeadmProvider.get();
    }

    /**
     * Returns the ranges of addresses that mean the same wherever they are.
     *
     * @return the ranges in the order in which people read them
     */
    public List<SpecialAddresses> specialAddresses() {
        return specialAddresses.get();
    }

    /**
     * Returns the names that no folder of the output can have.
     *
     * @return the names
     */
    public FolderNames folderNames() {
        return folderNames.get();
    }

    /**
     * Returns what a host needs at least.
     *
     * @return the minimums
     */
    public Hardware hardware() {
        return hardware.get();
    }

    /**
     * Returns when releases came out and how long they are maintained.
     *
     * @return the dates
     */
    public Lifecycle lifecycle() {
        return lifecycle.get();
    }

    /**
     * Returns the operating systems that images stand on.
     *
     * @return the systems
     */
    public OperatingSystems operatingSystems() {
        return operatingSystems.get();
    }

    /**
     * Returns the axes and the constraints between them.
     *
     * @return the table
     */
    public AxisTable axes() {
        return axes.get();
    }
}
