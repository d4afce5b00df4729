// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which files of the folder earlier runs wrote: those that its {@code index.json} lists, and those that the journal of an interrupted run
 * lists. Every other file is foreign.
 */
final class Known {
    static final String INDEX = "index.json";

    /** One path a line; there only while a run writes, or after one was interrupted. */
    static final String JOURNAL = ".farstead-writing";

    private static final String FORMAT = "farstead-index/";
    private static final JsonFactory JSON = new JsonFactory();

    /** By path; the digest is empty where the file holds secrets, since a digest of those is never written. */
    private final Map<String, String> digests = new HashMap<>();

    private final Set<String> journal = new HashSet<>();
    private boolean foreignIndex;

    static Known in(Path folder) throws IOException {
        Known known = new Known();
        Path index = folder.resolve(INDEX);
        if (Files.exists(index, LinkOption.NOFOLLOW_LINKS)) {
            known.foreignIndex = !Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS)
                    || !known.readIndex(Files.readAllBytes(index));
        }
        Path journal = folder.resolve(JOURNAL);
        if (Files.isRegularFile(journal, LinkOption.NOFOLLOW_LINKS)) {
            known.journal.addAll(Files.readAllLines(journal, StandardCharsets.UTF_8));
        }
        return known;
    }

    boolean contains(String path) {
        return digests.containsKey(path) || journal.contains(path);
    }

    /** Tells whether {@code index.json} is there and none of ours. */
    boolean foreignIndex() {
        return foreignIndex;
    }

    boolean interrupted() {
        return !journal.isEmpty();
    }

    /** Returns the digest that the index gives for a file, or an empty text where it can't be compared. */
    String digest(String path) {
        return digests.getOrDefault(path, "");
    }

    Set<String> paths() {
        Set<String> paths = new HashSet<>(digests.keySet());
        paths.addAll(journal);
        return paths;
    }

    private boolean readIndex(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            boolean ours = false;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (key.equals("format") && value == JsonToken.VALUE_STRING) {
                    ours = parser.getText().startsWith(FORMAT);
                } else if (key.equals("files") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        readFile(parser);
                    }
                } else {
                    parser.skipChildren();
                }
            }
            return ours;
        } catch (IOException e) {
            // No JSON, so none of ours: it is refused by name before anything is written.
            return false;
        }
    }

    private void readFile(JsonParser parser) throws IOException {
        String path = "";
        String digest = "";
        boolean secret = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("path") && value == JsonToken.VALUE_STRING) {
                path = parser.getText();
            } else if (key.equals("digest") && value == JsonToken.VALUE_STRING) {
                digest = parser.getText();
            } else {
                secret |= key.equals("secrets");
                parser.skipChildren();
            }
        }
        digests.put(path, secret ? "" : digest);
    }
}
