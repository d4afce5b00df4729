// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import io.vavr.collection.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of K3s or RKE2: one file, key by key in the order of the output.
 *
 * @param entries the entries by key
 */
public record FileConfig(LinkedHashMap<String, Entry> entries) implements KubernetesConfig {
    private static final String ARGUMENTS = "-arg";

    @Override
    public Optional<Argument> argument(String component, String name) {
        return entries.get(component + ARGUMENTS).toJavaOptional().stream()
                .flatMap(entry ->
                        entry instanceof Arguments list ? list.arguments().toJavaStream() : Stream.empty())
                .filter(argument -> argument.name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns the text of a key.
     *
     * @param key the key
     * @return its text; empty where the key is not given, or is no single text
     */
    public Optional<Sourced<String>> text(String key) {
        return entries.get(key)
                .toJavaOptional()
                .filter(Scalar.class::isInstance)
                .flatMap(entry -> texts(entry).findFirst());
    }

    @Override
    public Optional<Sourced<String>> clusterDomain() {
        return text("cluster-domain");
    }

    /** RKE2 passes the file of its key on as that argument. */
    @Override
    public Optional<Sourced<String>> admissionFile() {
        return entries.get("pod-security-admission-config-file")
                .toJavaOptional()
                .filter(entry -> !(entry.origin() instanceof Origin.Written))
                .flatMap(entry -> texts(entry).findFirst())
                .or(KubernetesConfig.super::admissionFile);
    }

    @Override
    public Stream<Sourced<String>> texts() {
        return entries.values().toJavaStream().flatMap(FileConfig::texts);
    }

    private static Stream<Sourced<String>> texts(Entry entry) {
        if (entry instanceof Arguments list) {
            return list.arguments().toJavaStream().map(argument -> new Sourced<>(argument.text(), argument.origin()));
        }
        if (entry instanceof Items list) {
            return list.items().toJavaStream();
        }
        return entry instanceof Scalar scalar && scalar.value() instanceof ConfigValue.Text text
                ? Stream.of(new Sourced<>(text.value(), scalar.origin()))
                : Stream.empty();
    }
}
