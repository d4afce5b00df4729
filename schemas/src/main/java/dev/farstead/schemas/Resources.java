// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the resources of this module: the one place in the library that does, and always through this module's own loader. */
final class Resources {
    private Resources() {}

    /**
     * Reads a resource.
     *
     * @param name path below {@code dev/farstead/schemas}
     * @return its bytes
     */
    static byte[] read(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource is missing from the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the resource can't be read: " + name, e);
        }
    }
}
