// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.util.List;

/**
 * The unit of writing: the folder of one profile or one site, which is replaced as a whole.
 *
 * @param path such as {@code sites/store-0412}
 * @param files its files; none for a unit that is no longer part of the set
 */
record Unit(String path, List<FileToWrite> files) {
    Unit {
        files = List.copyOf(files);
        for (FileToWrite file : files) {
            if (!pathOf(file.path()).equals(path)) {
                throw new IllegalArgumentException(file.path() + " is no file of " + path);
            }
        }
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
