// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.output.Delivery;

/**
 * A file to write.
 *
 * @param path path within the output set, relative, with {@code /}
 * @param delivery who takes it
 * @param consumer the program or person that reads it, in a few words
 * @param mode POSIX permission bits, such as {@code 0644}; a file that holds secrets is written with {@code 0600} whatever stands here
 * @param content what stands in it
 * @param origin where it comes from that there is such a file
 */
public record OutputFile(
        String path, Delivery delivery, String consumer, int mode, OutputContent content, Origin origin) {
    /**
     * A file that comes from where its content as a whole does.
     *
     * @param path path within the output set
     * @param delivery who takes it
     * @param consumer the program or person that reads it
     * @param mode POSIX permission bits
     * @param content what stands in it, not nothing
     */
    public OutputFile(String path, Delivery delivery, String consumer, int mode, OutputContent content) {
        this(path, delivery, consumer, mode, content, content.origin());
    }
}
