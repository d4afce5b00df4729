// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.source.NamedSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that specifications name, relative to the specification and inside the folder that was given with it. Thread-safe; a file is
 * read once.
 */
public final class NamedFiles implements NamedSources {
    /** More than any certificate bundle; a larger file was named by mistake. */
    private static final int MOST_BYTES = 1 << 20;

    private final Map<String, Sources.Home> homes;
    private final SortedMap<String, Optional<String>> texts = new TreeMap<>();
    private final SortedMap<String, String> refusals = new TreeMap<>();

    /**
     * Serves the files that sources name.
     *
     * @param sources the sources
     */
    public NamedFiles(Sources sources) {
        this.homes = sources.homes();
    }

    @Override
    public synchronized Optional<String> find(String from, String name) {
        String key = from + '\n' + name;
        Optional<String> known = texts.get(key);
        if (known == null) {
            known = read(from, name);
            texts.put(key, known);
        }
        return known;
    }

    /**
     * Tells why files were not handed to the compiler.
     *
     * @return one line for each, ordered
     */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals.values());
    }

    private Optional<String> read(String from, String name) {
        Sources.Home home = homes.get(from);
        if (home == null) {
            return Optional.empty();
        }
        try {
            Path root = home.root().toRealPath();
            Path file = home.folder().resolve(name).toRealPath();
            if (!file.startsWith(root)) {
                return refuse(from, name, "it lies outside the folder " + shown(home.root()));
            }
            if (!Files.isRegularFile(file)) {
                return refuse(from, name, "it is not a file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    return refuse(from, name, "it is larger than 1 MiB");
                }
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            }
        } catch (InvalidPathException e) {
            return refuse(
                    from,
                    name,
                    "it is no path" + (isAscii(name) ? "" : " in this locale: set LC_ALL=C.UTF-8 and run it again"));
        } catch (IOException e) {
            return refuse(from, name, Reason.of(e));
        }
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private Optional<String> refuse(String from, String name, String reason) {
        refusals.put(from + '\n' + name, name + ", which " + from + " names: " + reason);
        return Optional.empty();
    }

    private static String shown(Path folder) {
        return folder.toString().isEmpty() ? "." : folder.toString();
    }
}
