// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.Platform;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a run-sheet how a host of a platform boots from the installer. */
final class Machines {
    private Machines() {}

    static String boot(ResolvedSite site) {
        List<Platform> platforms = site.hosts().stream()
                .map(host -> Values.needed(host.hostClass()).value())
                .map(ResolvedHostClass::platform)
                .map(platform -> platform.value())
                .distinct()
                .toList();
        String words = platforms.stream().map(Machines::words).collect(Collectors.joining("; or "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(Platform platform) {
        return switch (platform) {
            case BARE_METAL -> "boot the host";
            case VMWARE -> "create the virtual machine with EFI firmware and a VMXNET3 adapter, and boot it";
            case KVM -> "create the virtual machine with EFI firmware and virtio devices, and boot it";
            case HYPER_V -> "create a virtual machine of generation 2, switch its secure boot off, and boot it";
        };
    }
}
