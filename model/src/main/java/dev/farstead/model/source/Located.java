// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

import java.util.function.Function;

/**
 * A value and the place where it was written.
 *
 * @param value the value
 * @param place where it stands
 * @param <T> type of the value
 */
public record Located<T>(T value, Place place) {
    /**
     * Returns another value at the same place.
     *
     * @param change gives the other value
     * @param <U> type of the other value
     * @return the changed value, located where this one is
     */
    public <U> Located<U> map(Function<? super T, ? extends U> change) {
        return new Located<>(change.apply(value), place);
    }
}
