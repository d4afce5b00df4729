// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.output.Delivery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a run.
 *
 * @param files the files: profiles, then sites, in input order; {@code index.json} last
 */
public record OutputSet(List<Output> files) {
    /** Copies the files. */
    public OutputSet {
        files = List.copyOf(files);
    }

    /**
     * Returns the files that one taker takes.
     *
     * @param delivery the taker
     * @return its files in order
     */
    public List<Output> files(Delivery delivery) {
        Objects.requireNonNull(delivery, "delivery");
        return files.stream().filter(file -> file.delivery() == delivery).toList();
    }

    /**
     * Finds a file.
     *
     * @param path its path
     * @return the file, or empty
     */
    public Optional<Output> file(String path) {
        Objects.requireNonNull(path, "path");
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }
}
