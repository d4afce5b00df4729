// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.output;

import java.util.Locale;

/** Who takes an output file. */
public enum Delivery {
    /** The image build. */
    BUILD,
    /** The management plane. */
    PALETTE,
    /** A medium that is carried to one host. */
    MEDIUM,
    /** A person. */
    PEOPLE,
    /** Nobody: it shows what another program will write. */
    PREVIEW,
    /** The host itself. */
    NODE;

    /**
     * Returns the word used in the index.
     *
     * @return the name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
