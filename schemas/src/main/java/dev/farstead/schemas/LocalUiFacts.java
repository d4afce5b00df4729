// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * The page that a host serves to people when no management plane reaches it.
 *
 * @param port the port, 1 to 65535
 * @param source the document
 */
public record LocalUiFacts(int port, String source) {
    static LocalUiFacts read(JsonRecord fact) {
        LocalUiFacts read = new LocalUiFacts(fact.integer("port"), fact.source());
        fact.end();
        return read;
    }
}
