// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Checks paths of an output set, so that the set unpacks alike on every file system. */
public final class OutputPaths {
    /** Longest path, in characters. */
    public static final int LONGEST_PATH = 1024;

    /** Longest name of a file or folder, in characters. */
    public static final int LONGEST_NAME = 255;

    private OutputPaths() {}

    /**
     * Checks one path: relative, of names divided by {@code /} that hold only letters, digits and {@code . _ - + @}, that don't begin
     * with {@code -} or end with a dot, and that are neither empty nor too long.
     *
     * @param path the path
     * @throws IllegalArgumentException if the path is none of an output set
     */
    public static void check(String path) {
        if (path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("path longer than " + LONGEST_PATH + " characters: " + path);
        }
        int start = 0;
        while (start <= path.length()) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            if (!isName(path, start, end)) {
                throw new IllegalArgumentException("not a portable relative path: " + path);
            }
            start = end + 1;
        }
    }

    /**
     * Checks that paths stay apart where case is ignored, and that no file stands where another needs a folder.
     *
     * @param paths the paths
     * @throws IllegalArgumentException if two paths meet
     */
    public static void checkUnique(Collection<String> paths) {
        Map<String, String> files = new HashMap<>();
        for (String path : paths) {
            String other = files.put(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                throw new IllegalArgumentException("two files of one path: " + other + " and " + path);
            }
        }
        // Folders by their first spelling: `Shop/a` and `shop/b` are one folder or two, by the file system.
        Map<String, String> folders = new HashMap<>();
        for (String path : paths) {
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                String folder = path.substring(0, end);
                String key = folder.toLowerCase(Locale.ROOT);
                if (files.containsKey(key)) {
                    throw new IllegalArgumentException("a file stands where a folder is needed: " + folder);
                }
                String other = folders.putIfAbsent(key, folder);
                if (other != null && !other.equals(folder)) {
                    throw new IllegalArgumentException("two folders of one path: " + other + " and " + folder);
                }
            }
        }
    }

    private static boolean isName(String path, int start, int end) {
        int length = end - start;
        if (length == 0 || length > LONGEST_NAME || path.charAt(start) == '-' || path.charAt(end - 1) == '.') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && "._-+@".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
