// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Known names beside one that is not among them, for a finding: few, however many there are. Immutable and thread-safe.
 *
 * @param nearest the one that may be meant
 * @param words the names, or the nearest few and how many there are
 */
public record NearNames(Optional<String> nearest, String words) {
    /** So many names are shown. */
    private static final int MOST = 5;

    /**
     * Chooses names.
     *
     * @param typed what was typed
     * @param known the names to choose from, in the order in which they are shown
     * @return the names
     */
    public static NearNames of(String typed, Collection<String> known) {
        List<String> near = Spelling.nearest(typed, known, MOST);
        Optional<String> nearest = near.stream().findFirst();
        if (known.size() <= MOST) {
            return new NearNames(nearest, String.join(", ", known));
        }
        List<String> few = Stream.concat(near.stream(), known.stream())
                .distinct()
                .limit(MOST)
                .toList();
        return new NearNames(
                nearest,
                String.format(Locale.ROOT, "%s (%d of %,d)", String.join(", ", few), few.size(), known.size()));
    }
}
