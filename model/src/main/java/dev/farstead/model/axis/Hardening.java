// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** Whether something is hardened, and by which benchmark. */
public enum Hardening implements AxisValue {
    /** As it is delivered. */
    NONE("none"),
    /** By the CIS benchmark. */
    CIS("cis");

    private final String text;

    Hardening(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
