// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * What a pack needs on the host.
 *
 * @param bindMounts the directories that must outlive a restart
 * @param kernelModules the modules to load at boot; empty when it needs none
 * @param vmxnet3Off the features that VMware's VMXNET3 adapters must not have on, as {@code ethtool} names them
 * @param source the document; that of the pack when it needs nothing
 */
public record HostNeeds(
        List<String> bindMounts, Optional<KernelModules> kernelModules, List<String> vmxnet3Off, String source) {
    /** Copies the lists. */
    public HostNeeds {
        bindMounts = List.copyOf(bindMounts);
        vmxnet3Off = List.copyOf(vmxnet3Off);
    }

    static HostNeeds take(JsonRecord pack) {
        if (!pack.has("host")) {
            return new HostNeeds(List.of(), Optional.empty(), List.of(), pack.source());
        }
        JsonRecord fact = pack.object("host");
        HostNeeds needs = new HostNeeds(
                fact.texts("bindMounts"),
                fact.optionalObject("kernelModules").map(KernelModules::read),
                fact.texts("vmxnet3Off"),
                fact.source());
        fact.end();
        return needs;
    }
}
