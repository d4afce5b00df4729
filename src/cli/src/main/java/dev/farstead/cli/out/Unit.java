// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The unit of writing: the folder of one profile or one site, which is replaced as a whole.
 *
 * @param path such as {@code sites/store-0412}
 * @param files its files; none for a unit that is no longer part of the set
 */
record Unit(String path, List<FileToWrite> files) {
    Unit {
        files = List.copyOf(files);
    }

    /** Sorts files into their units, in the order of their first files. */
    static List<Unit> of(Collection<FileToWrite> files) {
        Map<String, List<FileToWrite>> units = new LinkedHashMap<>();
        for (FileToWrite file : files) {
            units.computeIfAbsent(pathOf(file.path()), path -> new ArrayList<>())
                    .add(file);
        }
        return units.entrySet().stream()
                .map(entry -> new Unit(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the folder that holds it and its like. */
    String kind() {
        return path.substring(0, path.indexOf('/'));
    }

    /** Returns the first two names of a path of at least three. */
    static String pathOf(String file) {
        int second = file.indexOf('/', file.indexOf('/') + 1);
        if (second < 0) {
            throw new IllegalArgumentException("no unit holds " + file);
        }
        return file.substring(0, second);
    }
}
