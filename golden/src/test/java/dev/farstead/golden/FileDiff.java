// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The difference of two sets of files as one unified diff. Each file's part starts with a line {@code diff <path>}, which no line of a
 * hunk can be mistaken for. A file without a line feed at its end differs from one with it, and an absent file from an empty one.
 */
final class FileDiff {
    private static final int CONTEXT = 2;
    private static final String START = "diff ";
    private static final String ABSENT = "/dev/null";

    private FileDiff() {}

    /** Returns the difference; empty where the sets are equal. */
    static String of(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        StringBuilder text = new StringBuilder();
        for (String path : paths) {
            List<String> old = lines(before, path);
            List<String> new_ = lines(after, path);
            List<String> hunks = UnifiedDiffUtils.generateUnifiedDiff(
                    before.containsKey(path) ? path : ABSENT,
                    after.containsKey(path) ? path : ABSENT,
                    old,
                    DiffUtils.diff(old, new_),
                    CONTEXT);
            if (!hunks.isEmpty()) {
                text.append(START).append(path).append('\n');
                hunks.forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.toString();
    }

    /** Returns the files that a difference makes of others. */
    static SortedMap<String, String> apply(SortedMap<String, String> before, String difference) {
        SortedMap<String, String> after = new TreeMap<>(before);
        List<String> part = new ArrayList<>();
        for (String line : lines(difference)) {
            if (line.startsWith(START)) {
                applyPart(after, part);
                part.clear();
            }
            part.add(line);
        }
        // What stands behind the last line feed is no line of the difference.
        applyPart(after, part.isEmpty() ? part : part.subList(0, part.size() - 1));
        return after;
    }

    private static void applyPart(SortedMap<String, String> files, List<String> part) {
        if (part.isEmpty()) {
            return;
        }
        if (part.size() < 4 || !part.get(0).startsWith(START)) {
            throw new AssertionError("not a difference of a file: " + String.join("\n", part));
        }
        String path = part.get(0).substring(START.length());
        try {
            List<String> lines = DiffUtils.patch(
                    lines(files, path), UnifiedDiffUtils.parseUnifiedDiff(part.subList(1, part.size())));
            if (part.get(2).equals("+++ " + ABSENT)) {
                files.remove(path);
            } else {
                files.put(path, String.join("\n", lines));
            }
        } catch (PatchFailedException e) {
            throw new AssertionError("the difference of " + path + " does not fit its base: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(SortedMap<String, String> files, String path) {
        String text = files.get(path);
        return text == null ? List.of() : lines(text);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }
}
