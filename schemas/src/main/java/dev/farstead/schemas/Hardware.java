// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * What a host needs at least.
 *
 * @param cores the number of CPU cores
 * @param memoryGigabytes the memory in decimal gigabytes
 * @param storageGigabytes the size of the disk that is installed on, in decimal gigabytes
 * @param diskType the type of that disk, as specifications write it
 * @param registry what hosts need besides when a registry runs in their cluster
 * @param virtualInterfaces the kinds of network interfaces that are no hardware; the first that fits a name counts, since devices of a
 *     cluster and VLANs on a bond look like others
 * @param models the models that are verified by name
 * @param source the document
 */
public record Hardware(
        int cores,
        int memoryGigabytes,
        int storageGigabytes,
        String diskType,
        RegistryHosts registry,
        List<VirtualInterface> virtualInterfaces,
        List<HardwareModel> models,
        String source) {
    static final long BYTES_PER_GIGABYTE = 1_000_000_000L;

    /** Copies the lists. */
    public Hardware {
        virtualInterfaces = List.copyOf(virtualInterfaces);
        models = List.copyOf(models);
    }

    static Hardware read(JsonRecord file) {
        Hardware hardware = new Hardware(
                file.integer("cores"),
                file.integer("memoryGigabytes"),
                file.integer("storageGigabytes"),
                file.text("diskType"),
                RegistryHosts.read(file.object("registry")),
                file.objects("virtualInterfaces", VirtualInterface::read),
                List.copyOf(file.named("models", HardwareModel::read, HardwareModel::name)
                        .values()),
                file.source());
        file.end();
        return hardware;
    }

    /**
     * Finds a model.
     *
     * @param name as specifications write it
     * @return the model, or empty for one that is not verified
     */
    public Optional<HardwareModel> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * Finds what a network interface is that is no hardware.
     *
     * @param name the name of the interface
     * @return its kind, or empty for one that may be hardware
     */
    public Optional<VirtualInterface> virtualInterface(String name) {
        return virtualInterfaces.stream()
                .filter(kind -> kind.names().matcher(name).matches())
                .findFirst();
    }

    /**
     * Returns the memory that a host needs.
     *
     * @return the number of bytes
     */
    public long memoryBytes() {
        return memoryGigabytes * BYTES_PER_GIGABYTE;
    }
}
