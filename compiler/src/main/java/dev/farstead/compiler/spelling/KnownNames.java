// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The names that an author gave to things of one kind, any of which may be meant by another. Immutable and thread-safe.
 *
 * <p>Both the names and the slips are the author's, and there may be many of each. A slip is compared with every name only where there are
 * not too many: of more names, with those that begin like it and those that end like it. A slip leaves one of the two as it was.
 */
public final class KnownNames {
    /** So many names are shown. */
    private static final int SHOWN = 5;

    /** So many names at most are compared with a slip. */
    static final int COMPARED = 1_000;

    private final List<String> names;
    private final List<Folded> byStart;
    private final List<Folded> byEnd;

    private KnownNames(Collection<String> names) {
        this.names = List.copyOf(names);
        boolean many = names.size() > COMPARED;
        this.byStart = many ? sorted(Spelling::fold) : List.of();
        this.byEnd = many ? sorted(KnownNames::foldedFromEnd) : List.of();
    }

    private record Folded(String folded, String name) {}

    /**
     * Prepares names.
     *
     * @param names the names, in the order in which they are shown
     * @return the same names
     */
    public static KnownNames of(Collection<String> names) {
        return new KnownNames(names);
    }

    /**
     * Tells whether there are none.
     *
     * @return true where nothing can be meant
     */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * Chooses names.
     *
     * @param typed what was typed
     * @return the names to show
     */
    public NearNames near(String typed) {
        List<String> near = Spelling.nearest(typed, compared(typed), SHOWN);
        Optional<String> nearest = near.stream().findFirst();
        if (names.size() <= SHOWN) {
            return new NearNames(nearest, String.join(", ", names));
        }
        List<String> few = Stream.concat(near.stream(), names.stream())
                .distinct()
                .limit(SHOWN)
                .toList();
        return new NearNames(
                nearest,
                String.format(Locale.ROOT, "%s (%d of %,d)", String.join(", ", few), few.size(), names.size()));
    }

    /** Returns the names that a slip is compared with. */
    Collection<String> compared(String typed) {
        if (byStart.isEmpty()) {
            return names;
        }
        Set<String> some = new LinkedHashSet<>();
        around(byStart, Spelling.fold(typed)).map(Folded::name).forEach(some::add);
        around(byEnd, foldedFromEnd(typed)).map(Folded::name).forEach(some::add);
        return some;
    }

    private List<Folded> sorted(UnaryOperator<String> fold) {
        return names.stream()
                .map(name -> new Folded(fold.apply(name), name))
                .sorted(Comparator.comparing(Folded::folded).thenComparing(Folded::name))
                .toList();
    }

    private static String foldedFromEnd(String name) {
        return new StringBuilder(Spelling.fold(name)).reverse().toString();
    }

    /** Returns as many names before the place of a text as behind it. */
    private static Stream<Folded> around(List<Folded> sorted, String text) {
        int place = place(sorted, text);
        int half = COMPARED / 4;
        return sorted.subList(Math.max(0, place - half), Math.min(sorted.size(), place + half)).stream();
    }

    /** Returns how many names stand before a text. */
    private static int place(List<Folded> sorted, String text) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted.get(middle).folded().compareTo(text) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
