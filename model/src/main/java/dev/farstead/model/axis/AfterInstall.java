// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** What a host does when it is installed. */
public enum AfterInstall implements AxisValue {
    /** It switches itself off. */
    POWEROFF("poweroff"),
    /** It boots again. */
    REBOOT("reboot"),
    /** It stays on the screen that says so. */
    WAIT("wait");

    private final String text;

    AfterInstall(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
