// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * What the image build of an agent release has a base image for FIPS mode for.
 *
 * @param since the first agent release with it
 * @param versions the versions of the operating system, oldest first
 * @param source the upstream repository, tag and path
 */
public record FipsBase(AgentVersion since, List<String> versions, String source) {
    /** Copies the list. */
    public FipsBase {
        versions = List.copyOf(versions);
    }

    static FipsBase read(JsonRecord fact) {
        return new FipsBase(fact.parse(fact.text("since"), AgentVersion::parse), fact.texts("versions"), fact.source());
    }
}
