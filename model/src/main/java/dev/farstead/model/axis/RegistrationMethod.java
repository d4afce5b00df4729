// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** How a host makes itself known to the management plane. */
public enum RegistrationMethod implements AxisValue {
    /** Somebody enters its identifier in the management plane. */
    MANUAL("manual"),
    /** By itself, with a registration token. */
    AUTO("auto"),
    /** Somebody scans a code on its screen, which leads to an application for registering. */
    QR_CODE("qr-code");

    private final String text;

    RegistrationMethod(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
