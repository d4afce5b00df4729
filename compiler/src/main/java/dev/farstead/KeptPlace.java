// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import java.util.function.Supplier;

/** A place in few bytes, for what is remembered of each site of a fleet. Immutable and thread-safe. */
final class KeptPlace {
    private static final int NUMBERS = 3;

    private final String path;
    private final String source;

    /** Line, column and offset of the start and end of the key and of the value. */
    private final int[] positions;

    private KeptPlace(String path, String source, int[] positions) {
        this.path = path;
        this.source = source;
        this.positions = positions;
    }

    static KeptPlace of(Place place) {
        int[] positions = new int[4 * NUMBERS];
        put(place.key(), positions, 0);
        put(place.value(), positions, 2 * NUMBERS);
        // Each reading makes the path anew, and there are few.
        return new KeptPlace(place.path().intern(), place.value().source(), positions);
    }

    /** Returns an origin; that of what was written is kept as its place. */
    static Supplier<Origin> of(Origin origin) {
        if (origin instanceof Origin.Written written) {
            KeptPlace place = of(written.place());
            return () -> new Origin.Written(place.place());
        }
        return () -> origin;
    }

    private static void put(Range range, int[] positions, int at) {
        put(range.start(), positions, at);
        put(range.end(), positions, at + NUMBERS);
    }

    private static void put(Position position, int[] positions, int at) {
        positions[at] = position.line();
        positions[at + 1] = position.column();
        positions[at + 2] = position.offset();
    }

    Place place() {
        return new Place(path, range(0), range(2 * NUMBERS));
    }

    private Range range(int at) {
        return new Range(source, position(at), position(at + NUMBERS));
    }

    private Position position(int at) {
        return new Position(positions[at], positions[at + 1], positions[at + 2]);
    }
}
