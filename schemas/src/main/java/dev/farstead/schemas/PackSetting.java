// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A key of {@code cluster.config} with its value.
 *
 * @param key the key
 * @param value the value
 * @param source the upstream repository, tag and path, or the document
 */
public record PackSetting(String key, PackValue value, String source) {
    static PackSetting read(JsonRecord fact) {
        return new PackSetting(fact.text("key"), fact.value("value"), fact.source());
    }
}
