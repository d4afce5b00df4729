// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The distribution that a base image is built from, by the name that the image build takes. */
public enum OsDistribution implements AxisValue {
    /** Ubuntu. */
    UBUNTU("ubuntu"),
    /** openSUSE Leap. */
    OPENSUSE_LEAP("opensuse-leap"),
    /** Red Hat Enterprise Linux, and what is built like it. */
    RHEL("rhel"),
    /** SUSE Linux Enterprise Server. */
    SLES("sles");

    private final String text;

    OsDistribution(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
