// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The container storage. */
public enum CsiName implements AxisValue {
    /** Rook Ceph, as a pack. */
    ROOK_CEPH("rook-ceph");

    private final String text;

    CsiName(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
