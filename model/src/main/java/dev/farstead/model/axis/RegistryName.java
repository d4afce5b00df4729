// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** A registry that runs inside the cluster. */
public enum RegistryName implements AxisValue {
    /** Harbor, as the pack for edge hosts. */
    HARBOR_EDGE_NATIVE_CONFIG("harbor-edge-native-config");

    private final String text;

    RegistryName(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
