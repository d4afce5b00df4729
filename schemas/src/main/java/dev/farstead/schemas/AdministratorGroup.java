// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A group whose members may do everything on a host.
 *
 * @param name the group
 * @param withAgent whether it has that right on hosts with the agent, whose images write {@code /etc/sudoers} anew, rather than on
 *     plain systems
 * @param source the upstream repository and path
 */
public record AdministratorGroup(String name, boolean withAgent, String source) {
    static AdministratorGroup read(JsonRecord fact) {
        return new AdministratorGroup(fact.text("group"), fact.flag("withAgent"), fact.source());
    }
}
