// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.regex.Pattern;

/**
 * A kind of network interface that is no hardware.
 *
 * @param names what its names look like, upper and lower case alike
 * @param is what it is, in the words of a finding: what follows its name
 * @param source the upstream repository, tag and path, or the document
 */
public record VirtualInterface(Pattern names, String is, String source) {
    static VirtualInterface read(JsonRecord fact) {
        return new VirtualInterface(
                Pattern.compile(fact.text("names"), Pattern.CASE_INSENSITIVE), fact.text("is"), fact.source());
    }
}
