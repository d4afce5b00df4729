// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A key of user-data under which an agent release takes a choice.
 *
 * @param key the keys below {@code stylus}, joined by dots
 * @param inferred whether it is our reading that this release takes it, since its documents name it for another kind of host
 * @param source the document
 */
public record AgentKey(String key, boolean inferred, String source) {
    static AgentKey read(JsonRecord fact) {
        AgentKey read = new AgentKey(fact.text("key"), fact.flag("inferred"), fact.source());
        fact.end();
        return read;
    }

    /**
     * Returns the key from the root of user-data.
     *
     * @return the keys joined by dots, such as {@code stylus.enableMultiNode}
     */
    public String path() {
        return "stylus." + key;
    }
}
