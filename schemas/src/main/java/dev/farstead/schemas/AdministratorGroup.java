// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * A group whose members may do everything on a host.
 *
 * @param name the group
 * @param withAgent whether it has that right on hosts with the agent, whose images write {@code /etc/sudoers} anew, rather than on
 *     plain systems
 * @param systems the distributions whose plain systems give it that right
 * @param source the upstream repository and path
 */
public record AdministratorGroup(String name, boolean withAgent, List<String> systems, String source) {
    /** Copies the distributions. */
    public AdministratorGroup {
        systems = List.copyOf(systems);
    }

    static AdministratorGroup read(JsonRecord fact) {
        return new AdministratorGroup(fact.text("group"), fact.flag("withAgent"), fact.texts("systems"), fact.source());
    }
}
