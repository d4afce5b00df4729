// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * The provider for kubeadm: the program on the node that turns the pack's {@code cluster.config} into kubeadm's documents. It reads them
 * into the types of kubeadm and prints these again, so that what the types always print stands in its files. Immutable.
 */
public final class KubeadmProviderFacts {
    private final List<Release> releases;
    private final List<Owned> owned;
    private final List<KubeadmSetting> defaults;
    private final List<PrintedMap> printedMaps;
    private final List<KubeadmSetting> printedZeros;

    private KubeadmProviderFacts(JsonRecord file) {
        releases = file.objects("releases", Release::read);
        owned = file.objects("owned", Owned::read);
        defaults = file.objects("defaults", KubeadmSetting::read);
        printedMaps = file.objects("printedMaps", PrintedMap::read);
        printedZeros = file.objects("printedZeros", KubeadmSetting::read);
        file.end();
    }

    static KubeadmProviderFacts read(JsonRecord file) {
        return new KubeadmProviderFacts(file);
    }

    /**
     * A release of the provider.
     *
     * @param version the tag, such as {@code v4.5.5}
     * @param containerdDropIn path of the file that gives containerd its proxy
     * @param kubeletHttpsProxy the variable of the agent whose value becomes {@code HTTPS_PROXY} of the kubelet
     * @param clusterFileHoldsAll whether {@code cluster-config.yaml} also holds the parts for starting and joining
     * @param source the upstream repository, tag and path
     */
    public record Release(
            String version,
            String containerdDropIn,
            String kubeletHttpsProxy,
            boolean clusterFileHoldsAll,
            String source) {
        static Release read(JsonRecord fact) {
            return new Release(
                    fact.text("version"),
                    fact.text("containerdDropIn"),
                    fact.text("kubeletHttpsProxy"),
                    fact.flag("clusterFileHoldsAll"),
                    fact.source());
        }
    }

    /**
     * A field that somebody else writes, so that it can't be passed on.
     *
     * @param path the keys from the root of {@code cluster.config} on
     * @param by who writes it, in words
     * @param source the upstream repository, tag and path
     */
    public record Owned(List<String> path, String by, String source) {
        /** Copies the keys. */
        public Owned {
            path = List.copyOf(path);
        }

        static Owned read(JsonRecord fact) {
            return new Owned(List.of(fact.text("at").split("\\.")), fact.text("by"), fact.source());
        }
    }

    /**
     * Maps that are printed although nothing is in them.
     *
     * @param paths the keys of each
     * @param source the upstream repository, tag and path
     */
    public record PrintedMap(List<List<String>> paths, String source) {
        /** Copies the keys. */
        public PrintedMap {
            paths = List.copyOf(paths);
        }

        static PrintedMap read(JsonRecord fact) {
            List<List<String>> paths = fact.texts("at").stream()
                    .map(path -> List.of(path.split("\\.")))
                    .toList();
            return new PrintedMap(paths, fact.source());
        }
    }

    /**
     * Returns the releases.
     *
     * @return the releases, oldest first
     */
    public List<Release> releases() {
        return releases;
    }

    /**
     * Finds a release.
     *
     * @param version the tag, such as {@code v4.5.5}
     * @return the release, or empty for one that the catalogue does not know
     */
    public Optional<Release> release(String version) {
        return releases.stream()
                .filter(release -> release.version().equals(version))
                .findFirst();
    }

    /**
     * Returns the fields that somebody else writes.
     *
     * @return the fields, each with all that is below it
     */
    public List<Owned> owned() {
        return owned;
    }

    /**
     * Returns who writes a field.
     *
     * @param path the keys from the root of {@code cluster.config} on
     * @return the field that holds it, or empty when it can be passed on
     */
    public Optional<Owned> owner(List<String> path) {
        return owned.stream()
                .filter(field -> path.size() >= field.path().size()
                        && path.subList(0, field.path().size()).equals(field.path()))
                .findFirst();
    }

    /**
     * Returns what the provider writes where the configuration says nothing.
     *
     * @return the fields in order
     */
    public List<KubeadmSetting> defaults() {
        return defaults;
    }

    /**
     * Returns the maps that are printed although nothing is in them.
     *
     * @return the maps
     */
    public List<PrintedMap> printedMaps() {
        return printedMaps;
    }

    /**
     * Returns the fields that are printed although nothing is set, with what is printed.
     *
     * @return the fields in order
     */
    public List<KubeadmSetting> printedZeros() {
        return printedZeros;
    }
}
