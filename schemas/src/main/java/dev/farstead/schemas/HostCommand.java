// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A command that a node runs before Kubernetes starts.
 *
 * @param command the command line
 * @param source the upstream repository, tag and path, or the document
 */
public record HostCommand(String command, String source) {
    static HostCommand read(JsonRecord fact) {
        return new HostCommand(fact.text("command"), fact.source());
    }
}
