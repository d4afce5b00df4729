// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * What a host needs at least.
 *
 * @param cores the number of CPU cores
 * @param memoryGigabytes the memory in decimal gigabytes
 * @param storageGigabytes the size of the disk that is installed on, in decimal gigabytes
 * @param diskType the type of that disk, as specifications write it
 * @param source the document
 */
public record Hardware(int cores, int memoryGigabytes, int storageGigabytes, String diskType, String source) {
    private static final long BYTES_PER_GIGABYTE = 1_000_000_000L;

    static Hardware read(String resource) {
        JsonRecord file = JsonFile.read(resource);
        Hardware hardware = new Hardware(
                file.integer("cores"),
                file.integer("memoryGigabytes"),
                file.integer("storageGigabytes"),
                file.text("diskType"),
                file.source());
        file.end();
        return hardware;
    }

    /**
     * Returns the memory that a host needs.
     *
     * @return the number of bytes
     */
    public long memoryBytes() {
        return memoryGigabytes * BYTES_PER_GIGABYTE;
    }

    /**
     * Returns the disk that a host needs.
     *
     * @return the number of bytes
     */
    public long storageBytes() {
        return storageGigabytes * BYTES_PER_GIGABYTE;
    }
}
