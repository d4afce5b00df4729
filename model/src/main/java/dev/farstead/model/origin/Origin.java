// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.origin;

import dev.farstead.model.source.Place;
import java.util.List;
import java.util.stream.Stream;

/** Where a value comes from. */
public sealed interface Origin {
    /**
     * Returns the places in specifications that this origin rests on, directly or through other values.
     *
     * @return the places, nearest first
     */
    Stream<Place> places();

    /**
     * Tells whether it rests on a line of a specification, directly or through other values.
     *
     * @return whether {@link #places} has any
     */
    boolean isWritten();

    /**
     * A line of a profile or a site.
     *
     * @param place where the value was written
     */
    record Written(Place place) implements Origin {
        @Override
        public Stream<Place> places() {
            return Stream.of(place);
        }

        @Override
        public boolean isWritten() {
            return true;
        }
    }

    /**
     * What holds when nothing is written.
     *
     * @param reason why this value, in a few words
     */
    record Default(String reason) implements Origin {
        @Override
        public Stream<Place> places() {
            return Stream.empty();
        }

        @Override
        public boolean isWritten() {
            return false;
        }
    }

    /**
     * A documented fact from a catalogue.
     *
     * @param fact what is stated, in a few words
     * @param source upstream repository, tag and path, or document and section
     */
    record Fact(String fact, String source) implements Origin {
        @Override
        public Stream<Place> places() {
            return Stream.empty();
        }

        @Override
        public boolean isWritten() {
            return false;
        }
    }

    /**
     * A value that follows from others.
     *
     * @param reason how it follows, in a few words
     * @param from what it follows from, the most telling first
     */
    record Inferred(String reason, List<Origin> from) implements Origin {
        /** Copies the list. */
        public Inferred {
            from = List.copyOf(from);
        }

        @Override
        public Stream<Place> places() {
            return from.stream().flatMap(Origin::places);
        }

        @Override
        public boolean isWritten() {
            for (Origin each : from) {
                if (each.isWritten()) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Returns the origin of a value that follows from others.
     *
     * @param reason how it follows, in a few words
     * @param from what it follows from
     * @return the origin
     */
    static Origin inferred(String reason, Origin... from) {
        return new Inferred(reason, List.of(from));
    }
}
