// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * The local user that must exist on hardened servers, with a group of the same name.
 *
 * @param name the name
 * @param uid the number on hosts that make the user anew at each boot, so that the data on disk keep their owner; the guide leaves it
 *     open, and the port of the same service is a number that nothing else takes
 * @param source the documents
 */
public record ServerUser(String name, int uid, String source) {
    static ServerUser read(JsonRecord fact) {
        ServerUser read = new ServerUser(fact.text("name"), fact.integer("uid"), fact.source());
        fact.end();
        return read;
    }
}
