// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** How a host makes itself known to the management plane. */
public enum RegistrationMethod implements AxisValue {
    /** By itself, with a registration token. */
    AUTO("auto");

    private final String text;

    RegistrationMethod(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
