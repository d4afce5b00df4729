// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** Stands behind a last line that has no line feed. */
    private static final String UNFINISHED = "(no line feed at the end)";

    private FileDiff() {}

    /** Returns the difference; empty where the sets are equal. */
    static String of(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        StringBuilder text = new StringBuilder();
        for (String path : paths) {
            if (!Objects.equals(before.get(path), after.get(path))) {
                part(path, before, after).forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> part(String path, SortedMap<String, String> before, SortedMap<String, String> after) {
        String from = before.containsKey(path) ? path : ABSENT;
        String to = after.containsKey(path) ? path : ABSENT;
        List<String> old = lines(before, path);
        List<String> hunks =
                UnifiedDiffUtils.generateUnifiedDiff(from, to, old, DiffUtils.diff(old, lines(after, path)), CONTEXT);
        List<String> part = new ArrayList<>();
        part.add(START + path);
        // An empty file that comes or goes has no hunk.
        part.addAll(hunks.isEmpty() ? List.of("--- " + from, "+++ " + to) : hunks);
        return part;
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
        applyPart(after, part);
        return after;
    }

    private static void applyPart(SortedMap<String, String> files, List<String> part) {
        if (part.isEmpty()) {
            return;
        }
        if (part.size() < 3 || !part.get(0).startsWith(START)) {
            throw new AssertionError("not the difference of a file:\n" + String.join("\n", part));
        }
        String path = part.get(0).substring(START.length());
        try {
            List<String> lines = DiffUtils.patch(
                    lines(files, path), UnifiedDiffUtils.parseUnifiedDiff(part.subList(1, part.size())));
            if (part.get(2).equals("+++ " + ABSENT)) {
                files.remove(path);
            } else {
                files.put(path, text(lines));
            }
        } catch (PatchFailedException e) {
            throw new AssertionError("the difference of " + path + " does not fit its base: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(SortedMap<String, String> files, String path) {
        return lines(files.getOrDefault(path, ""));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String rest = lines.remove(lines.size() - 1);
        if (!rest.isEmpty()) {
            lines.add(rest);
            lines.add(UNFINISHED);
        }
        return lines;
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        String unfinished = "\n" + UNFINISHED + "\n";
        return text.toString().endsWith(unfinished)
                ? text.substring(0, text.length() - unfinished.length())
                : text.toString();
    }
}
