// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.List;

/**
 * The folder of one profile or one site, which stands or falls as a whole.
 *
 * @param path {@code profiles/<name>} or {@code sites/<name>}
 * @param files its files, at least one; each path begins with that of the folder
 */
public record OutputUnit(String path, List<Output> files) {
    /** Copies the files. */
    public OutputUnit {
        files = List.copyOf(files);
    }
}
