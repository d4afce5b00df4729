// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The ways in which people and programs write the same documents. */
enum Rendering {
    /** As few quotes as YAML needs. */
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** Texts as folded blocks. */
    FOLDED,
    /** An anchor before each text. */
    ANCHORED,
    /** A text that stands a second time is an alias of the first. */
    ALIASED,
    /** A comment with wide characters above each line, and one behind it. */
    COMMENTED,
    /** Each document on one line of brackets, plain where it can be. */
    BRACKETS,
    /** JSON that is called YAML. */
    JSON_AS_YAML,
    JSON,
    WINDOWS_LINES,
    /** Lines that end in a carriage return alone. */
    OLD_LINES,
    BYTE_ORDER_MARK,
    /** All documents in one source. */
    ONE_SOURCE;

    static final List<Rendering> ALL = List.of(values());

    /** All, and JSON a few times more: its edits have rules of their own. */
    static final List<Rendering> VARIED =
            Stream.concat(ALL.stream(), Stream.of(JSON, JSON, JSON)).toList();

    /** Returns the documents as sources. */
    List<SourceText> sources(List<Map<String, Object>> documents) {
        if (this == ONE_SOURCE) {
            return List.of(SpecText.source(
                    "all.yaml", documents.stream().map(SpecText::yaml).collect(Collectors.joining("--- # next\n"))));
        }
        List<SourceText> sources = new ArrayList<>();
        for (Map<String, Object> document : documents) {
            String name = sources.size() + (this == JSON ? ".json" : ".yaml");
            sources.add(SpecText.source(name, text(document)));
        }
        return sources;
    }

    private String text(Map<String, Object> document) {
        return switch (this) {
            case DOUBLE_QUOTED, ONE_SOURCE -> SpecText.yaml(document);
            case JSON, JSON_AS_YAML -> SpecText.json(document);
            case WINDOWS_LINES -> SpecText.yaml(document).replace("\n", "\r\n");
            case OLD_LINES -> SpecText.yaml(document).replace('\n', '\r');
            case BYTE_ORDER_MARK -> '\uFEFF' + SpecText.yaml(document);
            case COMMENTED ->
                SpecText.yaml(document)
                        .lines()
                        .map(line -> "# 🏪 Läden\n" + line + " # ⇐ 🏪\n")
                        .collect(Collectors.joining());
            case BRACKETS -> new Writer().flow(document) + '\n';
            case PLAIN, SINGLE_QUOTED, FOLDED, ANCHORED, ALIASED -> new Writer().document(document);
        };
    }

    /** Whether a text is read back as itself where it stands without quotes. */
    private static final Map<String, Boolean> SAME = new ConcurrentHashMap<>();

    /** Writes one document. */
    private final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final Map<String, String> anchors = new HashMap<>();

        String document(Map<String, Object> document) {
            block(document, "");
            return text.toString();
        }

        private void block(Object tree, String indent) {
            if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
                map.forEach((key, value) -> {
                    text.append(indent).append(key((String) key)).append(':');
                    nested(value, indent + "  ");
                });
            } else if (tree instanceof List<?> items && !items.isEmpty()) {
                items.forEach(item -> {
                    text.append(indent).append('-');
                    nested(item, indent + "  ");
                });
            }
        }

        private void nested(Object value, String indent) {
            boolean full = (value instanceof Map<?, ?> map && !map.isEmpty())
                    || (value instanceof List<?> list && !list.isEmpty());
            if (full) {
                text.append('\n');
                block(value, indent);
            } else {
                text.append(' ').append(value instanceof String string ? value(string, indent) : SpecText.json(value));
                text.append('\n');
            }
        }

        private String key(String key) {
            return Rendering.this == SINGLE_QUOTED ? single(key) : plain(key);
        }

        private String value(String value, String indent) {
            return switch (Rendering.this) {
                case SINGLE_QUOTED -> single(value);
                case FOLDED -> isLine(value) ? ">-\n" + indent + value : SpecText.json(value);
                case ANCHORED -> "&a" + text.length() + ' ' + plain(value);
                case ALIASED -> aliased(value);
                default -> plain(value);
            };
        }

        private String aliased(String value) {
            if (value.length() < 4) {
                return plain(value);
            }
            String anchor = anchors.get(value);
            if (anchor == null) {
                anchors.put(value, "a" + anchors.size());
                return '&' + anchors.get(value) + ' ' + plain(value);
            }
            return '*' + anchor;
        }

        private String flow(Object tree) {
            if (tree instanceof Map<?, ?> map) {
                return map.entrySet().stream()
                        .map(entry -> plain((String) entry.getKey()) + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            } else if (tree instanceof List<?> items) {
                return items.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
            }
            return tree instanceof String string ? plain(string) : SpecText.json(tree);
        }

        private static String single(String value) {
            return isLine(value) ? '\'' + value.replace("'", "''") + '\'' : SpecText.json(value);
        }

        private static boolean isLine(String value) {
            return !value.isEmpty() && value.indexOf('\n') < 0 && value.strip().equals(value);
        }

        /** Plain where it is the same text in brackets too. */
        private static String plain(String value) {
            boolean maybe = value.matches("[\\p{L}0-9./_][\\p{L}\\p{So}0-9 ./_:@+=-]*") && isLine(value);
            return maybe && isSame(value) && !value.contains(": ") && !value.endsWith(":")
                    ? value
                    : SpecText.json(value);
        }

        private static boolean isSame(String value) {
            return SAME.computeIfAbsent(value, text -> text.equals(read(text)));
        }

        private static Object read(String value) {
            LoadSettings settings =
                    LoadSettings.builder().setSchema(new CoreSchema()).build();
            Object read = new Load(settings).loadFromString(value);
            return read == null ? "" : read;
        }
    }
}
