// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The samples of the tests, as a jar. */
final class OwnClasses {
    private OwnClasses() {}

    static Jar jar() {
        try {
            Path folder = Path.of(OwnClasses.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Map<String, byte[]> entries = new TreeMap<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    if (path.contains("/Lambdas") || path.contains("/Values")) {
                        entries.put(path, Files.readAllBytes(file));
                    }
                }
            }
            return new Jar(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
