// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The fields of the examples that hold texts, and the keys that authors choose. */
final class HostileFields {
    private static final Path EXAMPLES = Path.of("../src/examples");

    /** Stands for the text while its line is looked for; it needs no escape. */
    private static final String PLACE = "zq9place";

    /** Texts of fields that no example has, by the path of the map that takes them. */
    private static final Map<String, Map<String, Object>> MORE = Map.of(
            "Site metadata", Map.of("description", "a store"),
            "Profile metadata", Map.of("description", "stores"));

    private HostileFields() {}

    /**
     * A place for a text.
     *
     * @param example folder of the example
     * @param path kind of the document, and path in it without indices
     * @param good the text that stands there
     * @param documents texts of the documents, {@link #PLACE} in one of them
     */
    record Field(String example, String path, String good, List<String> documents) {
        List<SourceText> with(String text) {
            String quoted = SpecText.json(text);
            List<SourceText> sources = new ArrayList<>();
            for (int i = 0; i < documents.size(); i++) {
                sources.add(SpecText.source(i + ".yaml", documents.get(i).replace('"' + PLACE + '"', quoted)));
            }
            return sources;
        }

        private int document() {
            int at = 0;
            while (!documents.get(at).contains(PLACE)) {
                at++;
            }
            return at;
        }

        String source() {
            return document() + ".yaml";
        }

        int line() {
            String text = documents.get(document());
            return 1
                    + (int) text.substring(0, text.indexOf(PLACE))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }

        @Override
        public String toString() {
            return example + ' ' + path;
        }
    }

    /** Returns each field once for hosts with the agent and once for hosts without. */
    static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            folders.filter(Files::isDirectory).sorted().forEach(folder -> {
                List<Map<String, Object>> documents = documents(folder);
                for (Map<String, Object> document : documents) {
                    new Walk(String.valueOf(folder.getFileName()), documents, seen, fields)
                            .visit(document.get("kind") + " ", document);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static List<Map<String, Object>> documents(Path folder) {
        List<Map<String, Object>> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .loadAll(Files.readString(file, StandardCharsets.UTF_8))
                        .forEach(document -> documents.add(copy(document)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.forEach(document -> MORE.forEach((path, more) -> {
            String kind = document.get("kind") + " ";
            if (path.startsWith(kind) && find(document, path.substring(kind.length())) instanceof Map<?, ?> map) {
                more.forEach((key, value) -> copy(map).computeIfAbsent(key, absent -> value));
            }
        }));
        return documents;
    }

    @SuppressWarnings("unchecked") // keys of the examples are texts
    private static Map<String, Object> copy(Object map) {
        return (Map<String, Object>) map;
    }

    private static @Nullable Object find(Object tree, String path) {
        @Nullable Object found = tree;
        for (String key : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    /** Visits each text of a document and puts {@link #PLACE} there for a moment. */
    private record Walk(String example, List<Map<String, Object>> documents, Set<String> seen, List<Field> fields) {
        void visit(String path, Object tree) {
            if (tree instanceof Map<?, ?> raw) {
                Map<String, Object> map = copy(raw);
                for (String key : List.copyOf(map.keySet())) {
                    String at = path.endsWith(" ") ? path + key : path + '.' + key;
                    Object value = Objects.requireNonNull(map.get(key));
                    if (value instanceof String text) {
                        map.put(key, PLACE);
                        add(at, text);
                        map.put(key, value);
                    }
                    key(path, map, key);
                    visit(at, value);
                }
            } else if (tree instanceof List<?> raw) {
                List<Object> list = items(raw);
                for (int i = 0; i < list.size(); i++) {
                    Object value = list.get(i);
                    if (value instanceof String text) {
                        list.set(i, PLACE);
                        // What is passed on to Kubernetes differs by the name before the sign.
                        add(path + "[]" + (text.contains("=") ? text.replaceAll("=.*", "=") : ""), text);
                        list.set(i, value);
                    }
                    visit(path + "[]", value);
                }
            }
        }

        @SuppressWarnings("unchecked") // lists of the examples can be written
        private static List<Object> items(List<?> list) {
            return (List<Object>) list;
        }

        private void key(String path, Map<String, Object> map, String key) {
            Map<String, Object> before = new LinkedHashMap<>(map);
            map.clear();
            before.forEach((name, value) -> map.put(name.equals(key) ? PLACE : name, value));
            add(path + " key", key);
            map.clear();
            map.putAll(before);
        }

        private void add(String path, String good) {
            if (seen.add(documents.toString().contains("agent=") + path)) {
                fields.add(new Field(
                        example,
                        path,
                        good,
                        documents.stream().map(SpecText::yaml).toList()));
            }
        }
    }
}
