// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Compares two output sets as their readers see them, one text standing for another. */
final class SameOutputs {
    private static final Pattern CODE = Pattern.compile("(?ms)^(`{3,})sh\n(.*?)^\\1$");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^([A-Z_0-9]+)=(.*)$");

    private final String marker;
    private final String text;

    private SameOutputs(String marker, String text) {
        this.marker = marker;
        this.text = text;
    }

    /**
     * Finds a difference.
     *
     * @param harmless files by path, made with the marker
     * @param hostile files by path, made with the text in its place
     * @return the first place that differs
     */
    static Optional<String> difference(
            Map<String, String> harmless, Map<String, String> hostile, String marker, String text) {
        SameOutputs same = new SameOutputs(marker, text);
        Map<String, String> expected = new LinkedHashMap<>();
        harmless.forEach((path, content) -> expected.put(same.replaced(path), content));
        if (!expected.keySet().equals(hostile.keySet())) {
            return Optional.of("other files: " + hostile.keySet());
        }
        return expected.keySet().stream()
                .flatMap(path ->
                        same.file(path, expected.getOrDefault(path, ""), hostile.getOrDefault(path, "")).stream())
                .findFirst();
    }

    private String replaced(String from) {
        return from.replace(marker, text);
    }

    private Optional<String> file(String path, String harmless, String hostile) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.endsWith(".md")) {
            return node(path, codes(harmless), codes(hostile));
        } else if (name.equals(".arg")) {
            return node(path, arguments(harmless), arguments(hostile));
        } else if (name.endsWith(".env")
                || (path.contains("/preview/") && ASSIGNMENT.matcher(harmless).lookingAt())) {
            return node(path, assignments(harmless), assignments(hostile));
        } else if (name.endsWith(".conf") || name.contains("sysctl")) {
            return node(path, List.of(harmless.split("\n", -1)), List.of(hostile.split("\n", -1)));
        }
        return node(path, yaml(harmless), yaml(hostile)).or(() -> node(path, yaml12(harmless), yaml12(hostile)));
    }

    private static Object yaml(String text) {
        List<Object> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(documents::add);
        return documents;
    }

    private static Object yaml12(String text) {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(documents::add);
        return documents;
    }

    /** Code that people copy; prose only has to be read. */
    private static Object codes(String markdown) {
        return CODE.matcher(markdown).results().map(match -> match.group(2)).toList();
    }

    private static Object arguments(String text) {
        return ASSIGNMENT.matcher(text).results().map(SameOutputs::pair).toList();
    }

    private static List<String> pair(MatchResult match) {
        return List.of(match.group(1), unquoted(match.group(2)));
    }

    private static String unquoted(String written) {
        if (written.length() > 1 && written.startsWith("'") && written.endsWith("'")) {
            return written.substring(1, written.length() - 1);
        } else if (written.length() > 1 && written.startsWith("\"") && written.endsWith("\"")) {
            return written.substring(1, written.length() - 1).replaceAll("\\\\([\\\\\"$`])", "$1");
        }
        return written;
    }

    private static Object assignments(String text) {
        return Stream.of(text.split("\n", -1)).toList();
    }

    private Optional<String> node(String path, Object harmless, Object hostile) {
        if (harmless instanceof Map<?, ?> one && hostile instanceof Map<?, ?> two && one.size() == two.size()) {
            for (Map.Entry<?, ?> entry : one.entrySet()) {
                Object key = entry.getKey() instanceof String name ? replaced(name) : entry.getKey();
                if (!two.containsKey(key)) {
                    return Optional.of(path + " has no " + key);
                }
                Optional<String> found = node(path + '.' + key, entry.getValue(), two.get(key));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } else if (harmless instanceof List<?> one && hostile instanceof List<?> two && one.size() == two.size()) {
            for (int i = 0; i < one.size(); i++) {
                Optional<String> found = node(path + '[' + i + ']', one.get(i), two.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } else if (harmless instanceof String one && hostile instanceof String two) {
            if (replaced(one).equals(two)) {
                return Optional.empty();
            }
            Optional<Object> inner = embedded(one);
            Optional<Object> other = embedded(two);
            if (inner.isPresent() && other.isPresent()) {
                return node(path, inner.get(), other.get());
            }
        } else if (harmless == null ? hostile == null : harmless.equals(hostile)) {
            return Optional.empty();
        }
        return Optional.of(path + " is " + hostile + " in the place of " + harmless);
    }

    /** A text that is a file of its own. */
    private static Optional<Object> embedded(String text) {
        if (!text.contains("\n")) {
            return Optional.empty();
        }
        if (ASSIGNMENT.matcher(text).lookingAt()) {
            return Optional.of(assignments(text));
        }
        try {
            Object tree = yaml12(text);
            return tree instanceof List<?> list && !list.isEmpty() && !(list.get(0) instanceof String)
                    ? Optional.of(tree)
                    : Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }
}
