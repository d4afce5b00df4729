// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The processor architecture of a host. */
public enum Architecture implements AxisValue {
    /** 64-bit x86. */
    AMD64("amd64"),
    /** 64-bit ARM. */
    ARM64("arm64");

    private final String text;

    Architecture(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
