// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The container network. */
public enum CniName implements AxisValue {
    /** Calico. */
    CALICO("calico"),
    /** Flannel. */
    FLANNEL("flannel"),
    /** None: the user brings one. */
    NONE("none");

    private final String text;

    CniName(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
