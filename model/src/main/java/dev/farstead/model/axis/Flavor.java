// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The Kubernetes distribution. */
public enum Flavor implements AxisValue {
    /** Palette eXtended Kubernetes Edge in its FIPS build: kubeadm with validated cryptography. */
    PXK_E_FIPS("pxk-e-fips"),
    /** Palette eXtended Kubernetes Edge: kubeadm. */
    PXK_E("pxk-e"),
    /** Palette Optimized K3s. */
    K3S("k3s"),
    /** Palette Optimized RKE2. */
    RKE2("rke2");

    private final String text;

    Flavor(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /**
     * Returns whether kubeadm sets the cluster up.
     *
     * @return true for both builds of PXK-E
     */
    public boolean isKubeadm() {
        return this == PXK_E || this == PXK_E_FIPS;
    }
}
