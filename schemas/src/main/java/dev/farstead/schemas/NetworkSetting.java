// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * A value that a network pack is always given, since its own default may cut nodes off.
 *
 * @param path the keys from the root of the values
 * @param value the value
 * @param why what it does, in words
 * @param source the document
 */
public record NetworkSetting(List<String> path, String value, String why, String source) {
    /** Copies the path. */
    public NetworkSetting {
        path = List.copyOf(path);
    }

    static NetworkSetting read(JsonRecord fact) {
        NetworkSetting setting = new NetworkSetting(
                List.of(fact.text("key").split("\\.")), fact.text("value"), fact.text("why"), fact.source());
        fact.end();
        return setting;
    }
}
