// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * An argument of the kernel's command line.
 *
 * @param text such as {@code fips=1}
 * @param source the upstream repository, tag and path, or the document
 */
public record KernelArgument(String text, String source) {
    static KernelArgument read(JsonRecord fact) {
        return new KernelArgument(fact.text("argument"), fact.source());
    }
}
