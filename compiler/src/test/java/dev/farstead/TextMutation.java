// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.compiler.write.HostileStrings;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.StructureSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages the text of specifications: the same number gives the same damage. */
final class TextMutation {
    private static final int MOST_EDITS = 4;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.+/-]+");
    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,-] )[^\\s,\\[\\]{}][^\\n,\\[\\]{}]*");
    private static final String[] SYNTAX = {
        ":",
        ": ",
        "- ",
        "? ",
        "#",
        " #",
        ",",
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "'",
        "\"",
        "\\",
        "|\n",
        ">-\n",
        "&a ",
        "*a",
        "!x ",
        "!!str ",
        "!!binary ",
        "!!java.io.File ",
        "<<: *a\n",
        "%YAML 1.3\n",
        "\n---\n",
        "\n...\n",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        "~",
        "null",
        "true",
        "no",
        "0x1F",
        "0o17",
        "1_000",
        "12:30",
        ".inf",
        ".nan",
        "1e999999999",
        "1e-999999999",
        "-0",
        "99999999999999999999",
        "0.1",
        "\u0000",
        "\u001b[31m",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uFFFE",
        "\u202E",
        "\u200B",
        "\u0430",
        "\uD83D\uDE00",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\x1b\"",
        "{{ .x }}",
        "$(id)",
        "`id`",
        "a\nb",
        "%s",
        "-",
        "--"
    };

    private final List<List<SourceText>> cases;
    private final List<String> words;
    private final List<String> values;

    TextMutation(List<List<SourceText>> cases) {
        this.cases = cases;
        Set<String> found = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>(HostileStrings.all());
        texts.removeIf(text -> text.length() > 100);
        try {
            ObjectMapper mapper = new ObjectMapper();
            for (StructureSchemas.SchemaText schema : StructureSchemas.all()) {
                collect(mapper.readTree(schema.text()), found);
            }
            for (JsonNode pattern : mapper.readTree(StructureSchemas.patterns())) {
                texts.add(pattern.path("good").asText());
                texts.add(pattern.path("bad").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.words = List.copyOf(found);
        for (List<SourceText> sources : cases) {
            for (SourceText source : sources) {
                Matcher value = VALUE.matcher(text(source));
                while (value.find()) {
                    texts.add(value.group());
                }
            }
        }
        this.values = List.copyOf(texts);
    }

    private static void collect(JsonNode schema, Set<String> words) {
        schema.path("properties").fieldNames().forEachRemaining(words::add);
        schema.path("enum").forEach(value -> words.add(value.asText()));
        schema.forEach(child -> collect(child, words));
    }

    private static String text(SourceText source) {
        return new String(source.bytes(), StandardCharsets.UTF_8);
    }

    /** Returns the sources of a case with one of them damaged. */
    List<SourceText> mutant(long number) {
        SplittableRandom random = new SplittableRandom(number);
        List<SourceText> sources = new ArrayList<>(pick(cases, random));
        int at = random.nextInt(sources.size());
        SourceText source = sources.get(at);
        int edits = 1 + random.nextInt(1 + random.nextInt(MOST_EDITS));
        byte[] bytes;
        if (random.nextInt(4) == 0) {
            bytes = source.bytes().clone();
            for (int i = 0; i < edits; i++) {
                bytes = damaged(bytes, random);
            }
        } else {
            StringBuilder text = new StringBuilder(text(source));
            for (int i = 0; i < edits; i++) {
                damage(text, random);
            }
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        sources.set(at, new SourceText(source.name(), bytes));
        return sources;
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(1 + random.nextInt(64)));
        byte[] stretch = Arrays.copyOfRange(bytes, at, at + length);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> {
                return joined(bytes, at, new byte[0], at + length);
            }
            case 3 -> {
                return joined(bytes, at, stretch, at);
            }
            default -> {
                return joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int to, byte[] between, int from) {
        byte[] joined = Arrays.copyOf(bytes, to + between.length + bytes.length - from);
        System.arraycopy(between, 0, joined, to, between.length);
        System.arraycopy(bytes, from, joined, to + between.length, bytes.length - from);
        return joined;
    }

    private void damage(StringBuilder text, SplittableRandom random) {
        switch (random.nextInt(12)) {
            case 0 -> text.insert(random.nextInt(text.length() + 1), SYNTAX[random.nextInt(SYNTAX.length)]);
            case 1 -> replace(text, WORD, pick(words, random), random);
            case 2 -> replace(text, VALUE, pick(values, random), random);
            case 3 -> replace(text, VALUE, SpecText.json(pick(values, random)), random);
            case 4 -> replace(text, VALUE, SYNTAX[random.nextInt(SYNTAX.length)], random);
            case 5 -> replace(text, WORD, SYNTAX[random.nextInt(SYNTAX.length)], random);
            case 6 -> splice(text, random);
            case 7 -> line(text, random, "", true);
            case 8 ->
                line(
                        text,
                        random,
                        " ".repeat(random.nextInt(7)) + pick(words, random) + ": " + pick(values, random),
                        false);
            case 9 -> line(text, random, pick(lines(random), random), random.nextBoolean());
            case 10 -> swapSides(text, random);
            default -> {
                int at = random.nextInt(text.length() + 1);
                text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
            }
        }
    }

    private static void replace(StringBuilder text, Pattern what, String by, SplittableRandom random) {
        Matcher matcher = what.matcher(text);
        if (text.length() > 0 && (matcher.find(random.nextInt(text.length())) || matcher.find(0))) {
            text.replace(matcher.start(), matcher.end(), by);
        }
    }

    /** Puts the end of another source behind the beginning of this one. */
    private void splice(StringBuilder text, SplittableRandom random) {
        String other = text(pick(pick(cases, random), random));
        text.setLength(random.nextInt(text.length() + 1));
        text.append(other.substring(random.nextInt(other.length() + 1)));
    }

    private List<String> lines(SplittableRandom random) {
        return List.of(text(pick(pick(cases, random), random)).split("\n", -1));
    }

    /** Puts a line in the place of another or before it. */
    private static void line(StringBuilder text, SplittableRandom random, String line, boolean instead) {
        int start = text.lastIndexOf("\n", random.nextInt(text.length() + 1)) + 1;
        int end = text.indexOf("\n", start);
        text.replace(start, instead ? (end < 0 ? text.length() : end) : start, instead ? line : line + '\n');
    }

    private static void swapSides(StringBuilder text, SplittableRandom random) {
        int colon = text.indexOf(": ", random.nextInt(text.length() + 1));
        if (colon >= 0) {
            int start = text.lastIndexOf("\n", colon) + 1;
            int end = text.indexOf("\n", colon);
            end = end < 0 ? text.length() : end;
            text.replace(start, end, text.substring(colon + 2, end) + ": " + text.substring(start, colon));
        }
    }
}
