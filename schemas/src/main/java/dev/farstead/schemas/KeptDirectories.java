// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * The directories whose content hosts with the agent keep over a restart; the rest of their file system is read-only, or in memory as
 * {@code /var}, {@code /etc} and {@code /srv}.
 *
 * @param paths absolute paths without a slash at the end
 * @param source the upstream repository and path
 */
public record KeptDirectories(List<String> paths, String source) {
    /** Copies the paths. */
    public KeptDirectories {
        paths = List.copyOf(paths);
    }

    static KeptDirectories read(JsonRecord fact) {
        KeptDirectories read = new KeptDirectories(fact.texts("paths"), fact.source());
        fact.end();
        return read;
    }
}
