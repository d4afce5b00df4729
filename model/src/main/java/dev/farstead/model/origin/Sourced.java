// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.origin;

import dev.farstead.model.source.Located;
import java.util.function.Function;

/**
 * A value and where it comes from.
 *
 * @param value the value
 * @param origin where it comes from
 * @param <T> type of the value
 */
public record Sourced<T>(T value, Origin origin) {
    /**
     * Returns a value that stands as it was written.
     *
     * @param located the written value
     * @param <T> type of the value
     * @return the value with its place as origin
     */
    public static <T> Sourced<T> written(Located<T> located) {
        return new Sourced<>(located.value(), new Origin.Written(located.place()));
    }

    /**
     * Returns another value of the same origin.
     *
     * @param change gives the other value
     * @param <U> type of the other value
     * @return the changed value
     */
    public <U> Sourced<U> map(Function<? super T, ? extends U> change) {
        return new Sourced<>(change.apply(value), origin);
    }
}
