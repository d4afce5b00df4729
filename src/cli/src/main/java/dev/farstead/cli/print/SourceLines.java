// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.source.Position;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the sources, for showing them under findings. Not thread-safe. */
public final class SourceLines {
    private final Map<String, SourceText> sources = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();

    /**
     * Takes the sources; a source is split when a finding first points into it.
     *
     * @param sources the sources of the run
     */
    public SourceLines(List<SourceText> sources) {
        sources.forEach(source -> this.sources.putIfAbsent(source.name(), source));
    }

    Optional<String> line(String source, int number) {
        List<String> all = lines.computeIfAbsent(source, this::split);
        return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    /** Returns the column of a position in UTF-16 code units, from 1. */
    int utf16Column(String source, Position position) {
        String line = line(source, position.line()).orElse("");
        int characters = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
        // What lies behind the line is its end, which is counted as it stands.
        return position.column() + line.offsetByCodePoints(0, characters) - characters;
    }

    private List<String> split(String name) {
        SourceText source = sources.get(name);
        if (source == null) {
            return List.of();
        }
        String text = new String(source.bytes(), StandardCharsets.UTF_8);
        // Positions do not count a byte order mark.
        return List.of((text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\r|\n", -1));
    }
}
