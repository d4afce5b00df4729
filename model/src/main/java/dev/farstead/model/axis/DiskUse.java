// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** What a disk is for. */
public enum DiskUse implements AxisValue {
    /** The operating system is installed here. */
    INSTALL("install"),
    /** Given whole to the container storage. */
    DATA("data");

    private final String text;

    DiskUse(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
