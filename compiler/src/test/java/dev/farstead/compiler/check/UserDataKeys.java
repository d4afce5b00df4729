// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.schemas.AgentVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** The keys that an agent reads in user-data, from {@code user-data-keys.json}, and what each takes. */
final class UserDataKeys {
    private final List<Key> keys = new ArrayList<>();

    private UserDataKeys() {}

    /** In a path {@code *} stands for a name of the author's; below a map of which no key is named, all keys are. */
    private record Key(String path, String type, boolean open) {
        boolean holds(String given, Object value) {
            String named = Pattern.quote(path).replace("*", "\\E[^.]+\\Q");
            return given.matches(named) ? takes(value) : open && given.matches(named + "\\..*");
        }

        private boolean takes(Object value) {
            return switch (type) {
                case "boolean" -> value instanceof Boolean;
                case "integer" -> value instanceof Integer;
                case "text" -> value instanceof String;
                case "list" -> value instanceof List;
                case "map" -> value instanceof Map;
                default -> throw new IllegalStateException("no type: " + type);
            };
        }
    }

    static UserDataKeys of(String agent) {
        AgentVersion version = version(agent);
        List<JsonNode> known = new ArrayList<>();
        for (JsonNode key : file().path("keys")) {
            if (readBy(version, key)) {
                known.add(key);
            }
        }
        UserDataKeys keys = new UserDataKeys();
        for (JsonNode key : known) {
            String path = key.path("path").asText();
            boolean open = known.stream()
                    .noneMatch(other -> other.path("path").asText().startsWith(path + "."));
            keys.keys.add(new Key(path, key.path("type").asText(), open));
        }
        return keys;
    }

    /** Tells whether the agent reads a key, and takes such a value under it. */
    BiPredicate<String, Object> readers() {
        return (path, value) -> keys.stream().anyMatch(key -> key.holds(path, value));
    }

    private static boolean readBy(AgentVersion agent, JsonNode key) {
        return (!key.has("since") || agent.compareTo(version(key.path("since").asText())) >= 0)
                && (!key.has("gone") || agent.compareTo(version(key.path("gone").asText())) < 0);
    }

    private static AgentVersion version(String text) {
        return AgentVersion.parse(text).orElseThrow();
    }

    private static JsonNode file() {
        try (InputStream in = UserDataKeys.class.getResourceAsStream("user-data-keys.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
