// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Optional;

/**
 * A key of the user-data that a host reads at its first boot.
 *
 * @param path the keys from the root joined by dots; {@code []} stands for each item of a list, {@code *} for a name of the user's
 * @param type what it takes
 * @param since the first agent that reads it; empty when the oldest agent of the catalogue does
 * @param gone the first agent that reads it no more
 * @param inferred whether {@code since} is our reading, since no document states it
 * @param source the upstream repository, tag and path, or the document
 */
public record UserDataKey(
        String path,
        ValueType type,
        Optional<AgentVersion> since,
        Optional<AgentVersion> gone,
        boolean inferred,
        String source) {
    static UserDataKey read(JsonRecord fact) {
        return new UserDataKey(
                fact.text("path"),
                fact.parse(fact.text("type"), Constants.of(ValueType.class)),
                fact.optionalParsed("since", AgentVersion::parse),
                fact.optionalParsed("gone", AgentVersion::parse),
                fact.flag("inferred"),
                fact.source());
    }

    /**
     * Tells whether an agent reads the key.
     *
     * @param agent the agent's version
     * @return true from {@link #since} on and before {@link #gone}
     */
    public boolean readBy(AgentVersion agent) {
        return since.filter(first -> agent.compareTo(first) < 0).isEmpty()
                && gone.filter(first -> agent.compareTo(first) >= 0).isEmpty();
    }
}
