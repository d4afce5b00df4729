// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.write.WrittenPart;
import dev.farstead.model.origin.Origin;
import java.util.List;

/** Some lines of {@code index.json}. Immutable. */
public final class IndexPart {
    /** The path of the index in an output set. */
    public static final String PATH = "index.json";

    private final WrittenPart part;

    IndexPart(WrittenPart part) {
        this.part = part;
    }

    /**
     * Returns the lines.
     *
     * @return a copy of the bytes, UTF-8
     */
    public byte[] bytes() {
        return part.bytes();
    }

    /**
     * Returns where each line comes from.
     *
     * @return one origin for each line of this part
     */
    public List<Origin> lineOrigins() {
        return part.lineOrigins();
    }

    WrittenPart part() {
        return part;
    }
}
