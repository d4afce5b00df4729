// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * An operating system that images stand on.
 *
 * @param distribution the name that the image build knows, in its argument {@code OS_DISTRIBUTION}
 * @param family the family as specifications write it
 * @param fipsVersions the versions with a base image for FIPS mode
 * @param cisArchitectures the architectures on which the image build hardens by the CIS benchmark; elsewhere it ignores the request
 * @param source the upstream repository, tag and path
 */
public record OperatingSystem(
        String distribution, String family, List<String> fipsVersions, List<String> cisArchitectures, String source) {
    /** Copies the lists. */
    public OperatingSystem {
        fipsVersions = List.copyOf(fipsVersions);
        cisArchitectures = List.copyOf(cisArchitectures);
    }

    static OperatingSystem read(JsonRecord fact) {
        return new OperatingSystem(
                fact.text("distribution"),
                fact.text("family"),
                fact.texts("fipsVersions"),
                fact.texts("cisArchitectures"),
                fact.source());
    }
}
