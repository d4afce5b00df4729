// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.model.origin.Origin;
import java.util.List;

/** Whole lines of a file that is written part by part. Immutable. */
public final class WrittenPart {
    private final byte[] bytes;
    private final List<Origin> lineOrigins;

    WrittenPart(String path, WrittenText text) {
        this.bytes = Utf8.encode(text.text(), path);
        this.lineOrigins = text.lines();
    }

    /**
     * Returns the lines.
     *
     * @return a copy of the bytes, UTF-8
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns where each line comes from.
     *
     * @return the origins, one for each line
     */
    public List<Origin> lineOrigins() {
        return lineOrigins;
    }
}
