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
     * Folds lines of a file into runs.
     *
     * @param origins the origins of consecutive lines
     * @param number the number of the first of them, from 1
     * @return the runs, which cover every line
     */
    static List<LineRun> of(List<Origin> origins, int number) {
        List<LineRun> runs = new ArrayList<>();
        int start = 0;
        for (int next = 1; next <= origins.size(); next++) {
            if (next == origins.size() || !origins.get(next).equals(origins.get(start))) {
                runs.add(new LineRun(number + start, number + next - 1, origins.get(start)));
                start = next;
            }
        }
        return runs;
    }

    static List<LineRun> of(Output file, int first, int last) {
        List<Origin> origins = file.lineOrigins();
        return first > origins.size()
                ? List.of()
                : of(origins.subList(first - 1, Math.min(last, origins.size())), first);
    }
}
