// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which files of the folder earlier runs wrote: those that its {@code index.json} lists, and those that the journal of an interrupted run
 * lists. Every other file is foreign. Only where each unit stands in those two is held in memory.
 */
final class Known {
    static final String INDEX = "index.json";

    private static final String FORMAT = "farstead-index/";
    private static final JsonFactory JSON = new JsonFactory();

    /** An index may have been edited by hand: a path that leads elsewhere is not followed. */
    private static final Pattern OF_A_UNIT = Pattern.compile("(?:profiles|sites)/[^/]+/.+");

    private static final Pattern LEADS_ELSEWHERE =
            Pattern.compile("(?:^|/)(?:\\.{0,2}|\\.[^/]*\\.farstead-[a-z]+)(?:/|$)|\\\\");

    private final Path index;
    private final Path journal;
    private final Places inIndex = new Places();
    private final Places inJournal = new Places();
    private Instant indexTime = Instant.MIN;
    private boolean foreignIndex;

    private Known(Path folder) {
        this.index = folder.resolve(INDEX);
        this.journal = folder.resolve(Journal.NAME);
    }

    static Known in(Path folder) throws IOException {
        Known known = new Known(folder);
        if (Files.exists(known.index, LinkOption.NOFOLLOW_LINKS)) {
            known.foreignIndex = !Files.isRegularFile(known.index, LinkOption.NOFOLLOW_LINKS) || !known.readIndex();
        }
        if (Files.exists(known.journal, LinkOption.NOFOLLOW_LINKS)) {
            known.readJournal();
        }
        return known;
    }

    /** Tells whether {@code index.json} is there and none of ours. */
    boolean foreignIndex() {
        return foreignIndex;
    }

    /** Returns the units of which files are known. */
    Set<String> units() {
        Set<String> units = new HashSet<>(inIndex.units());
        units.addAll(inJournal.units());
        return units;
    }

    /** Returns each known file of a unit with the forms in which earlier runs wrote it. */
    Map<String, List<Written>> files(String unit) throws IOException {
        Map<String, List<Written>> files = new HashMap<>();
        for (byte[] entries : inIndex.read(unit, index)) {
            readEntries(entries, files);
        }
        for (byte[] lines : inJournal.read(unit, journal)) {
            new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> readLine(line, files));
        }
        return files;
    }

    private boolean readIndex() throws IOException {
        indexTime = Files.getLastModifiedTime(index).toInstant();
        try (InputStream in = Files.newInputStream(index);
                JsonParser parser = JSON.createParser(in)) {
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
                        long start = parser.currentTokenLocation().getByteOffset();
                        String path = readEntry(parser, new HashMap<>());
                        inIndex.add(path, start, parser.currentLocation().getByteOffset());
                    }
                } else {
                    parser.skipChildren();
                }
            }
            return ours;
        } catch (JsonProcessingException e) {
            // No JSON, so none of ours: it is refused by name before anything is written.
            return false;
        }
    }

    private void readEntries(byte[] entries, Map<String, List<Written>> files) throws IOException {
        try (JsonParser parser = JSON.createParser('[' + new String(entries, StandardCharsets.UTF_8) + ']')) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                readEntry(parser, files);
            }
        }
    }

    private String readEntry(JsonParser parser, Map<String, List<Written>> files) throws IOException {
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
        files.computeIfAbsent(path, file -> new ArrayList<>()).add(new Written(secret ? "" : digest, indexTime));
        return path;
    }

    private void readJournal() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(journal, LinkOption.NOFOLLOW_LINKS))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long end = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                end++;
                line.write(next);
                if (next == '\n') {
                    String text = line.toString(StandardCharsets.UTF_8);
                    inJournal.add(text.substring(text.indexOf(' ') + 1).stripTrailing(), end - line.size(), end);
                    line.reset();
                }
            }
        }
    }

    private static void readLine(String line, Map<String, List<Written>> files) {
        int space = line.indexOf(' ');
        String digest = line.substring(0, Math.max(space, 0));
        files.computeIfAbsent(line.substring(space + 1), file -> new ArrayList<>())
                .add(new Written(digest.equals(Journal.NO_DIGEST) ? "" : digest, Instant.MAX));
    }

    /** The stretches of a file that speak of each unit. */
    private static final class Places {
        private record Stretch(long start, long end) {}

        private final Map<String, List<Stretch>> stretches = new HashMap<>();
        private String last = "";

        Set<String> units() {
            return stretches.keySet();
        }

        void add(String path, long start, long end) {
            boolean followed = OF_A_UNIT.matcher(path).matches()
                    && !LEADS_ELSEWHERE.matcher(path).find();
            String unit = followed ? Unit.pathOf(path) : "";
            if (followed) {
                List<Stretch> ofUnit = stretches.computeIfAbsent(unit, key -> new ArrayList<>(1));
                // Entries of one unit stand together, so that most units have one stretch.
                Stretch grown = unit.equals(last)
                        ? new Stretch(ofUnit.remove(ofUnit.size() - 1).start(), end)
                        : new Stretch(start, end);
                ofUnit.add(grown);
            }
            last = unit;
        }

        List<byte[]> read(String unit, Path file) throws IOException {
            List<Stretch> ofUnit = stretches.getOrDefault(unit, List.of());
            List<byte[]> read = new ArrayList<>(ofUnit.size());
            if (!ofUnit.isEmpty()) {
                try (InputStream in = Files.newInputStream(file)) {
                    long at = 0;
                    for (Stretch stretch : ofUnit) {
                        in.skipNBytes(stretch.start() - at);
                        read.add(in.readNBytes((int) (stretch.end() - stretch.start())));
                        at = stretch.end();
                    }
                }
            }
            return read;
        }
    }
}
