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
        List<Platform> platforms = platforms(site);
        return platforms.size() == 1 ? words(platforms.get(0)) : "Boot the host";
    }

    /** Returns what some hosts of a site with several platforms need first, as sentences with a blank before each. */
    static String prepare(ResolvedSite site) {
        List<Platform> platforms = platforms(site);
        return platforms.size() == 1
                ? ""
                : platforms.stream().map(Machines::first).collect(Collectors.joining());
    }

    private static List<Platform> platforms(ResolvedSite site) {
        return site.hosts().stream()
                .map(host -> Values.needed(host.hostClass()).value())
                .map(ResolvedHostClass::platform)
                .map(platform -> platform.value())
                .distinct()
                .toList();
    }

    private static String words(Platform platform) {
        return switch (platform) {
            case BARE_METAL -> "Boot the host";
            case VMWARE -> "Create the virtual machine with EFI firmware and a VMXNET3 adapter, and boot it";
            case KVM -> "Create the virtual machine with EFI firmware and virtio devices, and boot it";
            case HYPER_V -> "Create a virtual machine of generation 2, switch its secure boot off, and boot it";
        };
    }

    private static String first(Platform platform) {
        return switch (platform) {
            case BARE_METAL -> "";
            case VMWARE -> " On VMware, create the virtual machine first, with EFI firmware and a VMXNET3 adapter.";
            case KVM -> " On KVM, create the virtual machine first, with EFI firmware and virtio devices.";
            case HYPER_V ->
                " On Hyper-V, create the virtual machine first, of generation 2 and with secure boot switched off.";
        };
    }
}
