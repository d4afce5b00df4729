// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * The operating systems that images stand on.
 *
 * @param all the systems
 */
public record OperatingSystems(List<OperatingSystem> all) {
    /** Copies the list. */
    public OperatingSystems {
        all = List.copyOf(all);
    }

    static OperatingSystems read(String resource) {
        JsonRecord file = JsonFile.read(resource);
        OperatingSystems systems = new OperatingSystems(file.objects("systems", OperatingSystem::read));
        file.end();
        return systems;
    }

    /**
     * Returns the systems of a family.
     *
     * @param family the family as specifications write it, such as {@code ubuntu}
     * @return one system; several for {@code byoos}; none for an unknown family
     */
    public List<OperatingSystem> family(String family) {
        return all.stream().filter(system -> system.family().equals(family)).toList();
    }
}
