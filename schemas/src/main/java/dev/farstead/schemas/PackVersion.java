// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A version of a pack that a document names.
 *
 * @param version such as {@code 3.27.0}
 * @param fips whether the document lists it among the packs for FIPS mode
 * @param source the upstream repository, tag and path, or the document
 */
public record PackVersion(String version, boolean fips, String source) {
    static PackVersion read(JsonRecord fact) {
        return new PackVersion(fact.text("version"), fact.flag("fips"), fact.source());
    }
}
