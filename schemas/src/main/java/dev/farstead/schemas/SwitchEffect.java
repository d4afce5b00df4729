// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * What becomes of a cluster all of whose servers have a switch on.
 *
 * @param effect what happens, in the words of a finding
 * @param source the upstream repository, tag and path
 */
public record SwitchEffect(String effect, String source) {
    static SwitchEffect read(JsonRecord fact) {
        SwitchEffect read = new SwitchEffect(fact.text("effect"), fact.source());
        fact.end();
        return read;
    }
}
