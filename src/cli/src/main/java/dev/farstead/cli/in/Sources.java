// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The sources of a run.
 *
 * @param texts the sources in the order in which they were given, those of a folder sorted by path
 * @param homes by name of a source, where the files that it names may lie
 * @param skipped files of folders that hold no document of ours
 * @param sets folders below those that were given that hold an output set, of which nothing was read
 * @param links links to folders below those that were given, which were not followed
 */
public record Sources(
        List<SourceText> texts, Map<String, Home> homes, List<Path> skipped, List<Path> sets, List<Path> links) {
    /** Copies the collections. */
    public Sources {
        texts = List.copyOf(texts);
        homes = Map.copyOf(homes);
        skipped = List.copyOf(skipped);
        sets = List.copyOf(sets);
        links = List.copyOf(links);
    }

    /**
     * Where the files that a source names may lie.
     *
     * @param folder what their names are relative to
     * @param root the folder that they must not leave
     */
    public record Home(Path folder, Path root) {}
}
