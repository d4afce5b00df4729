// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small output sets as maps from path to text, written as the command writes them. A file called {@code user-data} holds secrets. */
final class Sets {
    private Sets() {}

    static WriteReport write(OutputFolder folder, Map<String, String> files) throws OutputException {
        return write(folder.begin(), files);
    }

    static WriteReport write(SetWriter begun, Map<String, String> files) throws OutputException {
        Map<String, List<FileToWrite>> units = new LinkedHashMap<>();
        files.forEach((path, text) -> units.computeIfAbsent(Unit.pathOf(path), unit -> new ArrayList<>())
                .add(file(path, text)));
        try (SetWriter writer = begun) {
            for (Map.Entry<String, List<FileToWrite>> unit : units.entrySet()) {
                writer.unit(unit.getKey(), unit.getValue());
            }
            try (OutputStream index = writer.index()) {
                index.write(index(files).getBytes(StandardCharsets.UTF_8));
            }
            return writer.finish();
        } catch (IOException e) {
            throw OutputException.of(Path.of(Known.INDEX), e);
        }
    }

    static FileToWrite file(String path, String text) {
        return new FileToWrite(path, text.getBytes(StandardCharsets.UTF_8), isSecret(path) ? 0600 : 0644);
    }

    private static boolean isSecret(String path) {
        return path.endsWith("/user-data");
    }

    static Map<String, String> withIndex(Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        all.put(Known.INDEX, index(files));
        return all;
    }

    private static String index(Map<String, String> files) {
        List<String> entries = new ArrayList<>();
        files.forEach((path, text) -> entries.add("{\"path\": \"" + path + "\", \"digest\": \""
                + Digests.of(text.getBytes(StandardCharsets.UTF_8)) + "\""
                + (isSecret(path) ? ", \"secrets\": [\"token\"]" : "") + "}"));
        return "{\"format\": \"farstead-index/v1\", \"files\": [" + String.join(",\n", entries) + "]}";
    }

    /** Returns everything that stands in a folder: the text of files, and the word {@code folder} for an empty folder. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = folder.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    contents.put(name, "link to " + Files.readSymbolicLink(path));
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    contents.put(name, Files.readString(path));
                } else if (!name.isEmpty() && isEmpty(path)) {
                    contents.put(name, "folder");
                }
            }
        }
        return contents;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** Returns what a run has left for the next one to tidy up, but for the journal. */
    static List<String> leftovers(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(path -> folder.relativize(path).toString())
                    .filter(path -> path.contains(".farstead-") && !path.equals(Journal.NAME))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns those files that stand below a unit. */
    static Map<String, String> below(String unit, Map<String, String> files) {
        Map<String, String> below = new TreeMap<>(files);
        below.keySet().removeIf(path -> !path.startsWith(unit + '/'));
        return below;
    }
}
