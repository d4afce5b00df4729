// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What a jar holds.
 *
 * @param entries the bytes by path, in their order: the manifest stands first
 */
record Jar(Map<String, byte[]> entries) {
    /** Every entry has the same time, so that the same jar gives the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String CLASS = ".class";

    Jar {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Jar read(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return new Jar(entries);
    }

    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(TIME);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    /** Tells whether a path is that of a class, and of no form for another version of Java. */
    static boolean isClass(String path) {
        return path.endsWith(CLASS) && !path.startsWith("META-INF/") && !path.endsWith("module-info.class");
    }

    /** Returns the path of a class. */
    static String path(String internalName) {
        return internalName + CLASS;
    }

    /** Returns this with other bytes for its classes. */
    Jar classes(UnaryOperator<byte[]> with) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.replaceAll((path, bytes) -> isClass(path) ? with.apply(bytes) : bytes);
        return new Jar(changed);
    }
}
