// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.Platform;
import java.util.stream.Collectors;

/** Says in a run-sheet how the image of the operating system reaches hosts without the agent. */
final class PlainMachines {
    private PlainMachines() {}

    static String words(ResolvedSite site) {
        return site.hosts().stream()
                .map(host -> Values.needed(host.hostClass()).value())
                .map(ResolvedHostClass::platform)
                .map(platform -> platform.value())
                .distinct()
                .map(PlainMachines::words)
                .collect(Collectors.joining(" "));
    }

    private static String words(Platform platform) {
        return switch (platform) {
            case BARE_METAL ->
                "On a physical host, write the image to the disk from a rescue system, and attach the volume as a USB"
                        + " medium.";
            case VMWARE ->
                "On VMware, import the image as a virtual disk with a VMXNET3 adapter, and attach the volume as a CD.";
            case KVM -> "On KVM, give the machine the image as a virtio disk, and attach the volume as a CD.";
            case HYPER_V ->
                "On Hyper-V, convert the image to a VHDX for a machine of generation 2, and attach the volume as a"
                        + " DVD.";
        };
    }
}
