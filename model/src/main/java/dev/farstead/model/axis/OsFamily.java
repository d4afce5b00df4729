// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The operating system of the image. */
public enum OsFamily implements AxisValue {
    /** Ubuntu. */
    UBUNTU("ubuntu"),
    /** openSUSE Leap. */
    OPENSUSE("opensuse"),
    /** Bring your own: a base image that the user builds. */
    BYOOS("byoos");

    private final String text;

    OsFamily(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
