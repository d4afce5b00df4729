// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** What a host is. */
public enum Platform implements AxisValue {
    /** A physical machine. */
    BARE_METAL("bare-metal"),
    /** A virtual machine of VMware vSphere. */
    VMWARE("vmware"),
    /** A virtual machine of Linux KVM. */
    KVM("kvm"),
    /** A virtual machine of Microsoft Hyper-V. */
    HYPER_V("hyper-v");

    private final String text;

    Platform(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
