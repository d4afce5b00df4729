// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A text to read, as bytes: in memory, or fetched each time that a pass needs it, so that the texts of a fleet need not be in memory
 * together. Immutable and thread-safe; compared by identity.
 */
public final class SourceText {
    private final String name;
    private final Supplier<byte[]> text;

    /**
     * Makes a text that is in memory.
     *
     * @param name how findings name it, such as {@code sites/store-0412.yaml}, and no other source of the run; not empty; also decides the
     *     format: a name that ends in {@code .json} is JSON, any other YAML
     * @param bytes the text in UTF-8; not copied, so do not change it afterwards
     * @throws IllegalArgumentException if the name is empty, or has half a surrogate pair, which {@code index.json} could not name
     */
    public SourceText(String name, byte[] bytes) {
        this(name, same(bytes));
    }

    private SourceText(String name, Supplier<byte[]> text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = text;
        if (name.isEmpty() || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("the name of a source is empty or no Unicode text: `" + name + "`");
        }
    }

    private static Supplier<byte[]> same(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return () -> bytes;
    }

    /**
     * Makes a text that is fetched whenever a pass needs it: up to four times in a run.
     *
     * @param name how findings name it, as above
     * @param fetch gives the bytes, the same each time; it must be thread-safe, and what it throws ends the run, as null does
     * @return the text
     * @throws IllegalArgumentException for such a name as above
     */
    public static SourceText fetched(String name, Supplier<byte[]> fetch) {
        return new SourceText(name, Objects.requireNonNull(fetch, "fetch"));
    }

    /**
     * Returns the name.
     *
     * @return how findings name it
     */
    public String name() {
        return name;
    }

    /**
     * Returns the text.
     *
     * @return UTF-8; not a copy, so do not change it
     */
    public byte[] bytes() {
        return Objects.requireNonNull(text.get(), () -> name + " was fetched as null");
    }

    @Override
    public String toString() {
        return "SourceText[" + name + "]";
    }
}
