// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Optional;

/**
 * A file or directory that a node needs before Kubernetes starts.
 *
 * @param path where it lies
 * @param mode the permissions, four octal digits
 * @param content what a file holds, or empty for a directory and for a file whose content is made from other facts
 * @param source the upstream repository, tag and path, or the document
 */
public record HostPath(String path, String mode, Optional<String> content, String source) {
    static HostPath read(JsonRecord fact) {
        return new HostPath(fact.text("path"), fact.text("mode"), fact.optionalText("content"), fact.source());
    }
}
