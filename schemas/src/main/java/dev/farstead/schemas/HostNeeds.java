// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * What a pack needs on the host.
 *
 * @param bindMounts the directories that must outlive a restart
 * @param kernelModules the modules to load at boot
 * @param source the document; that of the pack when it needs nothing
 */
public record HostNeeds(List<String> bindMounts, List<String> kernelModules, String source) {
    /** Copies the lists. */
    public HostNeeds {
        bindMounts = List.copyOf(bindMounts);
        kernelModules = List.copyOf(kernelModules);
    }

    static HostNeeds take(JsonRecord pack) {
        if (!pack.has("host")) {
            return new HostNeeds(List.of(), List.of(), pack.source());
        }
        JsonRecord fact = pack.object("host");
        HostNeeds needs = new HostNeeds(fact.texts("bindMounts"), fact.texts("kernelModules"), fact.source());
        fact.end();
        return needs;
    }
}
