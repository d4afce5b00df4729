// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * The operating systems that images stand on.
 *
 * @param all the systems
 * @param administrators the groups that may do everything
 * @param kept the directories that hosts with the agent keep over a restart
 */
public record OperatingSystems(
        List<OperatingSystem> all, List<AdministratorGroup> administrators, KeptDirectories kept) {
    /** Copies the lists. */
    public OperatingSystems {
        all = List.copyOf(all);
        administrators = List.copyOf(administrators);
    }

    static OperatingSystems read(JsonRecord file) {
        OperatingSystems systems = new OperatingSystems(
                file.objects("systems", OperatingSystem::read),
                file.objects("administrators", AdministratorGroup::read),
                KeptDirectories.read(file.object("keptDirectories")));
        file.end();
        return systems;
    }

    /**
     * Returns the systems of a family.
     *
     * @param family the family as specifications write it, such as {@code ubuntu}
     * @return one system; every system for {@code byoos}, since a base image of one's own is built under the name of one of them; none
     *     for an unknown family
     */
    public List<OperatingSystem> family(String family) {
        return all.stream().filter(system -> system.families().contains(family)).toList();
    }

    /**
     * Returns the group that may do everything on hosts with the agent.
     *
     * @return its name
     */
    public String administratorsWithAgent() {
        return administrators.stream()
                .filter(AdministratorGroup::withAgent)
                .map(AdministratorGroup::name)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Tells whether a group may do everything on plain systems and nothing on hosts with the agent.
     *
     * @param group the group
     * @return true for a group that is one of administrators elsewhere only
     */
    public boolean administratesPlainSystems(String group) {
        return administrators.stream()
                .anyMatch(known -> !known.withAgent() && known.name().equals(group));
    }

    /**
     * Tells whether a group may do everything on a plain system.
     *
     * @param group the group
     * @param distribution the distribution, such as {@code ubuntu}
     * @return true for a group of administrators
     */
    public boolean administrates(String group, String distribution) {
        return administrators.stream()
                .anyMatch(known ->
                        known.systems().contains(distribution) && known.name().equals(group));
    }

    /**
     * Finds a system.
     *
     * @param distribution the name that the image build knows, such as {@code opensuse-leap}
     * @return the system, or empty for a name that the image build does not know
     */
    public Optional<OperatingSystem> distribution(String distribution) {
        return all.stream()
                .filter(system -> system.distribution().equals(distribution))
                .findFirst();
    }
}
