// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of schemas for an editor. */
public final class SchemaFolder {
    private SchemaFolder() {}

    /**
     * Writes schemas; one that is there is replaced.
     *
     * @param folder where to write
     * @param schemas texts by file name
     * @throws OutputException if they can't be written
     */
    public static void write(Path folder, Map<String, String> schemas) throws OutputException {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> schema : schemas.entrySet()) {
                Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
            }
        } catch (IOException e) {
            throw OutputException.ofSchemas(folder, e);
        }
    }
}
