// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

import org.immutables.value.Value;

/**
 * What a source may cost. Each limit acts before the cost arises. The defaults are safe for untrusted input. Building limits throws {@link
 * IllegalArgumentException} where one lies outside its range: {@link #depth} has its own, each other one is at least 0.
 */
@Value.Immutable
@LimitsStyle
public interface Limits {
    /** The deepest nesting that fits a stack of 1 MiB: passes over a tree call themselves for each level. */
    int MOST_DEPTH = 256;

    /**
     * Returns the largest source.
     *
     * @return bytes, by default 64 MiB: a file may hold many documents
     */
    @Value.Default
    default int sourceBytes() {
        return 64 << 20;
    }

    /**
     * Returns the largest document.
     *
     * @return bytes, by default 1 MiB
     */
    @Value.Default
    default int documentBytes() {
        return 1 << 20;
    }

    /**
     * Returns the longest line: a scanner's time grows with the square of a token's length.
     *
     * @return bytes, by default 64 KiB
     */
    @Value.Default
    default int lineBytes() {
        return 64 << 10;
    }

    /**
     * Returns the deepest nesting.
     *
     * @return levels, 1 to 256, by default 64; so many fit the stack of a thread, which is to have 1 MiB at least
     */
    @Value.Default
    default int depth() {
        return 64;
    }

    /**
     * Returns how long the keys around a value may be together: the value's place is told by all of them, and so costs that much for each
     * value below.
     *
     * @return characters (UTF-16 code units), by default 512
     */
    @Value.Default
    default int pathCharacters() {
        return 512;
    }

    /**
     * Returns how many nodes the aliases of one document may expand to.
     *
     * @return nodes, by default 100,000
     */
    @Value.Default
    default int aliasNodes() {
        return 100_000;
    }

    /**
     * Returns how many findings are kept; one more says that there were more.
     *
     * @return findings, by default 10,000
     */
    @Value.Default
    default int findings() {
        return 10_000;
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a limit lies outside its range; the message names it
     */
    @Value.Check
    default void check() {
        check("sourceBytes", sourceBytes(), 0, Integer.MAX_VALUE);
        check("documentBytes", documentBytes(), 0, Integer.MAX_VALUE);
        check("lineBytes", lineBytes(), 0, Integer.MAX_VALUE);
        check("depth", depth(), 1, MOST_DEPTH);
        check("pathCharacters", pathCharacters(), 0, Integer.MAX_VALUE);
        check("aliasNodes", aliasNodes(), 0, Integer.MAX_VALUE);
        check("findings", findings(), 0, Integer.MAX_VALUE);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the limit `" + name + "` is " + value + ", and not from " + least + " to " + most);
        }
    }

    /**
     * Returns the defaults.
     *
     * @return the default limits
     */
    static Limits defaults() {
        return ImmutableLimits.builder().build();
    }
}
