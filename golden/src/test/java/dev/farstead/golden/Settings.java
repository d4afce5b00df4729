// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What {@code case.yaml} says; a case without it takes the defaults.
 *
 * @param about what the case shows, in one line; empty where the folder's name says it
 * @param specs folder of the specifications and of the texts that they name
 * @param base name of the case whose expected files {@code expected.diff} changes
 * @param secrets the secrets that are handed in, by name; the same for every site
 * @param requireSecrets whether an open secret is an error
 * @param today the day on which expiry is judged
 * @param pinned whether {@code index.json} and the origin of every line are expected word by word
 */
record Settings(
        String about,
        Path specs,
        Optional<String> base,
        Map<String, String> secrets,
        boolean requireSecrets,
        Optional<LocalDate> today,
        boolean pinned) {
    private static final Set<String> KEYS =
            Set.of("about", "specs", "base", "secrets", "require-secrets", "today", "pinned");

    static Settings of(Path folder) {
        Map<?, ?> keys = Folder.find(folder.resolve("case.yaml"))
                .map(text -> (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text))
                .orElseGet(Map::of);
        refuseUnknown(folder, keys);
        return new Settings(
                text(keys, "about").orElse(""),
                folder.resolve(text(keys, "specs").orElse("spec")).normalize(),
                text(keys, "base"),
                secrets(keys),
                Boolean.TRUE.equals(keys.get("require-secrets")),
                text(keys, "today").map(LocalDate::parse),
                Boolean.TRUE.equals(keys.get("pinned")));
    }

    private static void refuseUnknown(Path folder, Map<?, ?> keys) {
        Set<String> unknown = new TreeSet<>();
        keys.keySet().forEach(key -> unknown.add(key.toString()));
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new AssertionError(folder.resolve("case.yaml") + " has unknown keys " + unknown);
        }
    }

    private static Map<String, String> secrets(Map<?, ?> keys) {
        Map<String, String> secrets = new HashMap<>();
        if (keys.get("secrets") instanceof Map<?, ?> given) {
            given.forEach((name, secret) -> secrets.put(name.toString(), secret.toString()));
        }
        return secrets;
    }

    private static Optional<String> text(Map<?, ?> keys, String key) {
        return Optional.ofNullable(keys.get(key)).map(Object::toString);
    }
}
