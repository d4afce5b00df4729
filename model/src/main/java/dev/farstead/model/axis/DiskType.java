// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The kind of a disk. */
public enum DiskType implements AxisValue {
    /** Solid state, over any bus. */
    SSD("ssd"),
    /** Rotating. */
    HDD("hdd");

    private final String text;

    DiskType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
