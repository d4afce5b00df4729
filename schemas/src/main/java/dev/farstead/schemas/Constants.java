// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Constants of an enumeration as catalogue files write them. */
final class Constants {
    private Constants() {}

    /** Returns a function that finds a constant by its name in lower case. */
    static <E extends Enum<E>> Function<String, Optional<E>> of(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        };
    }
}
