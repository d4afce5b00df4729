// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reveals the secrets of one file as they are written and notes their names. Not thread-safe. */
final class SecretUse implements SecretText {
    private final SecretSource source;
    private final SortedMap<String, Set<Origin>> names = new TreeMap<>();
    private final SortedSet<String> open = new TreeSet<>();

    SecretUse(SecretSource source) {
        this.source = source;
    }

    @Override
    public String text(OutputSecret secret) {
        names.computeIfAbsent(secret.name(), name -> new LinkedHashSet<>()).add(secret.origin());
        Optional<Secret> found = source.find(secret.site(), secret.name());
        if (found.isEmpty()) {
            open.add(secret.name());
            return SecretText.placeholder(secret);
        }
        return found.get().reveal();
    }

    /** Returns the names of the secrets that were written, in order. */
    List<String> names() {
        return List.copyOf(names.keySet());
    }

    /** Returns where each secret is asked for, by name. */
    Map<String, Origin> origins() {
        Map<String, Origin> origins = new HashMap<>();
        names.forEach((name, from) ->
                origins.put(name, new Origin.Inferred("where the secret is asked for", List.copyOf(from))));
        return Map.copyOf(origins);
    }

    /** Returns the names of those that are open, in order. */
    List<String> open() {
        return List.copyOf(open);
    }
}
