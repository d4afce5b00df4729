// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The form of the installer. */
public enum ImageFormat implements AxisValue {
    /** An ISO 9660 image. */
    ISO("iso");

    private final String text;

    ImageFormat(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
