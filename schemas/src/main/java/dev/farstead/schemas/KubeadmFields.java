// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every field of the configuration that the provider hands to kubeadm: four sections, each a tree. Immutable. */
public final class KubeadmFields {
    private final List<KubernetesMinor> minors;
    private final Map<String, KubeadmField> sections;
    private final KubeadmManifests manifests;
    private final List<KubeadmPhase> phases;

    private KubeadmFields(JsonRecord file) {
        minors = file.parsed("minors", KubernetesMinor::parse);
        sections = file.named("fields", KubeadmField::read, KubeadmField::name);
        manifests = KubeadmManifests.read(file.object("manifests"));
        phases = file.objects("phases", KubeadmPhase::read);
        file.end();
    }

    static KubeadmFields read(JsonRecord file) {
        return new KubeadmFields(file);
    }

    /**
     * Returns the minors that the catalogue covers.
     *
     * @return the minors, oldest first
     */
    public List<KubernetesMinor> minors() {
        return minors;
    }

    /**
     * Returns the sections, such as {@code clusterConfiguration}.
     *
     * @return the sections by name
     */
    public Map<String, KubeadmField> sections() {
        return sections;
    }

    /**
     * Returns where the manifests of the control plane stand.
     *
     * @return the directory, the only one in which the kubelet finds them
     */
    public KubeadmManifests manifests() {
        return manifests;
    }

    /**
     * Returns the phases of starting and of joining a cluster.
     *
     * @return the phases in the order in which they run, each before those within it
     */
    public List<KubeadmPhase> phases() {
        return phases;
    }

    /**
     * Finds a field.
     *
     * @param path names from a section downwards, joined by dots; items of a list have no name of their own, so
     *     {@code clusterConfiguration.apiServer.extraVolumes.name} is a field of each volume
     * @return the field, also when only some releases have it
     */
    public Optional<KubeadmField> field(String path) {
        Optional<KubeadmField> found = Optional.empty();
        Map<String, KubeadmField> level = sections;
        for (String name : path.split("\\.", -1)) {
            found = Optional.ofNullable(level.get(name));
            level = found.map(KubeadmField::fields).orElse(Map.of());
        }
        return found;
    }

    /**
     * Returns every field of every section.
     *
     * @return the fields, each before those within it
     */
    public List<KubeadmField> all() {
        return below(sections.values()).toList();
    }

    private static Stream<KubeadmField> below(Collection<KubeadmField> fields) {
        return fields.stream()
                .flatMap(field ->
                        Stream.concat(Stream.of(field), below(field.fields().values())));
    }
}
