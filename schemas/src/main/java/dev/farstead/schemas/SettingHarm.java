// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A value that a component takes, and that keeps its host from a part in the cluster.
 *
 * @param with the value
 * @param effect what happens, in the words of a finding
 * @param fatal whether the host is no node with it, or no pod runs there
 * @param source the upstream repository, tag and path
 */
public record SettingHarm(String with, String effect, boolean fatal, String source) {
    static SettingHarm read(JsonRecord fact) {
        return new SettingHarm(fact.text("with"), fact.text("effect"), fact.flag("fatal"), fact.source());
    }
}
