// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

import dev.farstead.Output;
import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of one file, one below the other, that come from the same.
 *
 * @param first the first line, from 1
 * @param last the last line
 * @param origin where they come from
 */
public record LineRun(int first, int last, Origin origin) {
    /**
     * Folds the lines of a file into runs.
     *
     * @param file the file
     * @return the runs, which cover every line
     */
    public static List<LineRun> of(Output file) {
        return of(file, 1, Integer.MAX_VALUE);
    }

    static List<LineRun> of(Output file, int first, int last) {
        List<Origin> origins = file.lineOrigins();
        List<LineRun> runs = new ArrayList<>();
        int end = Math.min(last, origins.size());
        int start = first;
        for (int line = first; line <= end; line++) {
            if (line == end || !origins.get(line).equals(origins.get(start - 1))) {
                runs.add(new LineRun(start, line, origins.get(start - 1)));
                start = line + 1;
            }
        }
        return runs;
    }
}
