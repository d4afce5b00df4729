// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * What the hosts of a cluster with a registry inside need at least.
 *
 * @param architectures the architectures that they may have, as specifications write them
 * @param singleNode what the host of a cluster of one needs
 * @param multiNode what each host of a larger cluster needs
 * @param volumeGigabytes the size of the volumes of the whole cluster, in decimal gigabytes
 * @param source the document
 */
public record RegistryHosts(
        List<String> architectures, Size singleNode, Size multiNode, int volumeGigabytes, String source) {
    /** Copies the list. */
    public RegistryHosts {
        architectures = List.copyOf(architectures);
    }

    /**
     * The size of a host.
     *
     * @param cores the number of CPU cores
     * @param memoryGigabytes the memory in decimal gigabytes
     */
    public record Size(int cores, int memoryGigabytes) {
        static Size read(JsonRecord fact) {
            Size size = new Size(fact.integer("cores"), fact.integer("memoryGigabytes"));
            fact.end();
            return size;
        }

        /**
         * Returns the memory that a host needs.
         *
         * @return the number of bytes
         */
        public long memoryBytes() {
            return memoryGigabytes * Hardware.BYTES_PER_GIGABYTE;
        }
    }

    static RegistryHosts read(JsonRecord fact) {
        RegistryHosts hosts = new RegistryHosts(
                fact.texts("architectures"),
                Size.read(fact.object("singleNode")),
                Size.read(fact.object("multiNode")),
                fact.integer("volumeGigabytes"),
                fact.source());
        fact.end();
        return hosts;
    }

    /**
     * Returns what each host of a cluster needs.
     *
     * @param hosts the number of hosts in the cluster, at least 1
     * @return the size
     */
    public Size size(int hosts) {
        return hosts == 1 ? singleNode : multiNode;
    }

    /**
     * Returns the volumes that the whole cluster needs.
     *
     * @return the number of bytes
     */
    public long volumeBytes() {
        return volumeGigabytes * Hardware.BYTES_PER_GIGABYTE;
    }
}
