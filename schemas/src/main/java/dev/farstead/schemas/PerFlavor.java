// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Facts that each distribution has of its own, read when its own are first asked for. Immutable and thread-safe. */
final class PerFlavor<T> {
    static final String K3S = "k3s";
    private static final String RKE2 = "rke2";
    private static final String KUBEADM = "kubeadm";

    private final Map<String, Lazy<T>> facts;

    private PerFlavor(Map<String, Lazy<T>> facts) {
        this.facts = Map.copyOf(facts);
    }

    /** Facts of the distributions that take a configuration file of keys. */
    static <T> PerFlavor<T> ofKeyed(Function<String, T> reader) {
        return new PerFlavor<>(keyed(reader));
    }

    /** Facts of all distributions, by the program that starts Kubernetes: both flavors of PXK-E are installed by kubeadm. */
    static <T> PerFlavor<T> ofPrograms(Function<String, T> reader) {
        Map<String, Lazy<T>> all = keyed(reader);
        Lazy<T> kubeadm = new Lazy<>(() -> reader.apply(KUBEADM));
        all.put("pxk-e", kubeadm);
        all.put("pxk-e-fips", kubeadm);
        return new PerFlavor<>(all);
    }

    private static <T> Map<String, Lazy<T>> keyed(Function<String, T> reader) {
        Map<String, Lazy<T>> keyed = new HashMap<>();
        for (String flavor : List.of(K3S, RKE2)) {
            keyed.put(flavor, new Lazy<>(() -> reader.apply(flavor)));
        }
        return keyed;
    }

    /** Returns the facts of a flavor as specifications write it, or empty for one that has none. */
    Optional<T> of(String flavor) {
        return Optional.ofNullable(facts.get(flavor)).map(Lazy::get);
    }
}
