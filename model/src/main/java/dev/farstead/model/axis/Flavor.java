// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The Kubernetes distribution. */
public enum Flavor implements AxisValue {
    /** Palette Optimized K3s. */
    K3S("k3s");

    private final String text;

    Flavor(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
