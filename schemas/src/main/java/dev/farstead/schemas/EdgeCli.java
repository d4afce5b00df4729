// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * The releases of the Palette Edge CLI whose content bundles an agent reads.
 *
 * @param releases in words, such as {@code 4.5.20 or newer}
 * @param source the document
 */
public record EdgeCli(String releases, String source) {
    static EdgeCli read(JsonRecord fact) {
        EdgeCli read = new EdgeCli(fact.text("releases"), fact.source());
        fact.end();
        return read;
    }
}
