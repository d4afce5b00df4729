// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * An operating system that images stand on.
 *
 * @param distribution the name that the image build knows, in its argument {@code OS_DISTRIBUTION}
 * @param families the families that may stand on it, as specifications write them; its own comes first
 * @param fips how it runs in FIPS mode; empty when it does not
 * @param cisArchitectures the architectures on which the image build hardens by the CIS benchmark; elsewhere it ignores the request
 * @param source the upstream repository, tag and path
 */
public record OperatingSystem(
        String distribution,
        List<String> families,
        Optional<FipsSystem> fips,
        List<String> cisArchitectures,
        String source) {
    /** Copies the lists. */
    public OperatingSystem {
        families = List.copyOf(families);
        cisArchitectures = List.copyOf(cisArchitectures);
    }

    static OperatingSystem read(JsonRecord fact) {
        return new OperatingSystem(
                fact.text("distribution"),
                fact.texts("families"),
                fact.optionalObject("fips").map(FipsSystem::read),
                fact.texts("cisArchitectures"),
                fact.source());
    }
}
