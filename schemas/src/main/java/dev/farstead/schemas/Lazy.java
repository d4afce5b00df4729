// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made on the first call, once, whichever thread calls. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T seen = value;
        if (seen != null) {
            return seen;
        }
        synchronized (this) {
            T made = value;
            if (made == null) {
                made = maker.get();
                value = made;
            }
            return made;
        }
    }
}
