// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A kernel setting.
 *
 * @param name such as {@code kernel.panic}
 * @param value the value in text form
 * @param source the upstream repository, tag and path, or the document
 */
public record Sysctl(String name, String value, String source) {
    static Sysctl read(JsonRecord fact) {
        return new Sysctl(fact.text("name"), fact.text("value"), fact.source());
    }
}
