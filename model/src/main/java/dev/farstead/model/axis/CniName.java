// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The container network. */
public enum CniName implements AxisValue {
    /** Calico, as a pack. */
    CALICO("calico");

    private final String text;

    CniName(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
