// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release of the provider for K3s or RKE2: the program on the node that turns the pack's {@code cluster.config} into
 * the configuration of the distribution. Immutable.
 *
 * @param version the tag, such as {@code v4.5.1}
 * @param unfiltered whether every key reaches workers, as written; then there are no worker keys
 * @param workerKeys the keys that reach a worker, with the type that the provider reads them as; every other key is dropped there. A list where a
 *     single value is due, or the other way round, ends the provider; as text it takes any single value; false, zero and empty values are dropped
 * @param ownedKeys the keys that the provider writes itself and that the configuration therefore must not hold
 * @param appendedKeys the keys to whose list the provider appends; the configuration may hold them as lists only
 * @param requiredTexts the keys that the configuration must hold as a plain text, since the provider reads them unchecked
 * @param source the upstream repository, tag and path
 */
public record ProviderRelease(
        String version,
        boolean unfiltered,
        Map<String, ValueType> workerKeys,
        List<String> ownedKeys,
        List<String> appendedKeys,
        List<String> requiredTexts,
        String source) {
    /** Copies the collections; the order of the worker keys is kept. */
    public ProviderRelease {
        workerKeys = Ordered.copy(workerKeys);
        ownedKeys = List.copyOf(ownedKeys);
        appendedKeys = List.copyOf(appendedKeys);
        requiredTexts = List.copyOf(requiredTexts);
    }

    static ProviderRelease read(JsonRecord fact) {
        return new ProviderRelease(
                fact.text("version"),
                fact.flag("unfiltered"),
                fact.entries("workerKeys", (keys, key) -> keys.parse(keys.text(key), Constants.of(ValueType.class))),
                fact.texts("ownedKeys"),
                fact.texts("appendedKeys"),
                fact.texts("requiredTexts"),
                fact.source());
    }

    /**
     * Returns whether a key of the configuration is written on workers.
     *
     * @param key the key
     * @return true for every key of a provider that does not filter
     */
    public boolean reachesWorkers(String key) {
        return unfiltered || workerKeys.containsKey(key);
    }

    /**
     * Returns how the provider reads a key on a worker.
     *
     * @param key the key
     * @return its type there, or empty when the key does not reach workers or the provider does not look at types
     */
    public Optional<ValueType> workerType(String key) {
        return Optional.ofNullable(workerKeys.get(key));
    }
}
