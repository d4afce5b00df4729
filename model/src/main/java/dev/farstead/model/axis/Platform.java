// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** What a host is. */
public enum Platform implements AxisValue {
    /** A physical machine. */
    BARE_METAL("bare-metal");

    private final String text;

    Platform(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
