// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import java.util.function.Predicate;

/** Names an agent release that can do what another one can't. */
final class AgentAdvice {
    private AgentAdvice() {}

    /** Returns the words of a way out, with the newest release that is able. */
    static String newer(Catalogue catalogue, Predicate<AgentRelease> able) {
        return catalogue.agentReleases().stream()
                .filter(able)
                .reduce((older, newer) -> newer)
                .map(release -> "choose a newer agent, such as " + release)
                .orElse("choose another agent");
    }
}
