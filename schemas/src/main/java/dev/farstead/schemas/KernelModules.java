// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * Modules that the kernel of a host loads at boot.
 *
 * @param names the modules in order
 * @param file the path of the file that lists them on the host
 */
public record KernelModules(List<String> names, String file) {
    /** Copies the list. */
    public KernelModules {
        names = List.copyOf(names);
    }

    static KernelModules read(JsonRecord fact) {
        KernelModules read = new KernelModules(fact.texts("names"), fact.text("file"));
        fact.end();
        return read;
    }
}
