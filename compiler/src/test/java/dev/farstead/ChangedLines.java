// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines that differ between two output sets of specifications that differ in one value, held against what the origins say:
 *
 * <ul>
 *   <li>a line that came, went or changed names the value, or stands below one that did so too and names it;
 *   <li>a file that came or went as a whole has a line that names it;
 *   <li>where lines replaced others, it is enough that all of one side name it: a default that gives way to a value knows nothing of it;
 *   <li>a line that is said to be the value itself changed, unless another line of the specifications says the same.
 * </ul>
 *
 * <p>The sizes and digests that {@code index.json} gives are those of the files that changed, and so of no interest.
 */
final class ChangedLines {
    private static final String INDEX = "index.json";

    private final Leaf leaf;
    private final int line;

    /** Whether the value stands a second time, which then gives what this one gave. */
    private final boolean repeated;

    private final List<String> violations = new ArrayList<>();
    private int changed;

    ChangedLines(Leaf leaf, Spec spec) {
        this.leaf = leaf;
        this.line = leaf.line(spec);
        this.repeated = Leaf.all(spec).stream()
                        .filter(other -> other.value().equals(leaf.value()))
                        .count()
                > 1;
    }

    /** Returns the number of lines that came, went or changed. */
    int changed() {
        return changed;
    }

    List<String> violations() {
        return violations;
    }

    void compare(OutputSet before, OutputSet after, Object other) {
        Map<String, Output> old = byPath(before);
        Map<String, Output> renamed = new TreeMap<>();
        byPath(after).forEach((path, file) -> {
            String was = formerly(path, other.toString());
            renamed.put(old.containsKey(path) || !old.containsKey(was) ? path : was, file);
        });
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(renamed.keySet());
        for (String path : paths) {
            Optional<Output> one = Optional.ofNullable(old.get(path));
            Optional<Output> two = Optional.ofNullable(renamed.get(path));
            if (one.isPresent() && two.isPresent()) {
                compare(path, one.get(), two.get());
            } else {
                comesOrGoes(one.or(() -> two).orElseThrow(), one.isPresent() ? before : after);
            }
        }
    }

    private static Map<String, Output> byPath(OutputSet set) {
        Map<String, Output> files = new TreeMap<>();
        set.files().forEach(file -> files.put(file.path(), file));
        return files;
    }

    /** A file below the folder of a site or host that has another name now is the same file. */
    private String formerly(String path, String other) {
        boolean name = leaf.path().get(leaf.path().size() - 1).equals("name");
        return name ? path.replace("/" + other + "/", "/" + leaf.value() + "/") : path;
    }

    private void comesOrGoes(Output file, OutputSet set) {
        changed += file.lineOrigins().size();
        Output index = set.file(INDEX).orElseThrow();
        Origin listed = index.lineOrigins()
                .get(Samples.text(index).lines().toList().indexOf("      \"path\": \"" + file.path() + "\","));
        if (!names(listed)) {
            violations.add("comes or goes without naming it: " + file.path() + ": " + show(listed));
        }
    }

    private void compare(String path, Output before, Output after) {
        List<String> old = text(before);
        List<String> now = text(after);
        Set<Integer> gone = new HashSet<>();
        if (!old.equals(now)) {
            List<LineDiff.Hunk> hunks = LineDiff.of(old, now);
            Side went = new Side(
                    path,
                    hunks.stream().flatMap(hunk -> hunk.removed().stream()).toList(),
                    old,
                    before.lineOrigins());
            Side came = new Side(
                    path, hunks.stream().flatMap(hunk -> hunk.added().stream()).toList(), now, after.lineOrigins());
            gone.addAll(went.lines);
            hunks.forEach(hunk -> check(hunk, went, came));
        }
        List<Origin> origins = before.lineOrigins();
        for (int i = 0; i < origins.size(); i++) {
            int start = i;
            while (i + 1 < origins.size() && origins.get(i + 1).equals(origins.get(start))) {
                i++;
            }
            boolean touched = gone.stream().anyMatch(at -> at >= start) && gone.contains(lastIn(gone, start, i));
            boolean respelt = isRespelt(now.indexOf(old.get(start)), after);
            if (isValue(origins.get(start)) && !touched && !repeated && !respelt) {
                violations.add("is said to be the value, and stays: " + path + ": "
                        + old.get(start).strip());
            }
        }
    }

    /** Another value that means the same, such as the minor release whose newest patch was pinned, gives the line a longer origin. */
    private boolean isRespelt(int line, Output after) {
        return line >= 0
                && names(after.lineOrigins().get(line))
                && !isValue(after.lineOrigins().get(line));
    }

    private static int lastIn(Set<Integer> gone, int from, int to) {
        int found = -1;
        for (int i = from; i <= to; i++) {
            found = gone.contains(i) ? i : found;
        }
        return found;
    }

    /** One of the two forms of a file, with the lines that the other does not have there. */
    private record Side(String path, List<Integer> lines, List<String> text, List<Origin> origins) {
        Stream<Integer> alike(Predicate<String> like) {
            return lines.stream().filter(i -> like.test(text.get(i)));
        }

        String show(int line) {
            return text.get(line).strip() + "   " + ChangedLines.show(origins.get(line));
        }
    }

    private void check(LineDiff.Hunk hunk, Side went, Side came) {
        changed += Math.max(hunk.removed().size(), hunk.added().size());
        Optional<Integer> wentUnnamed = unnamed(hunk.removed(), went, came);
        Optional<Integer> cameUnnamed = unnamed(hunk.added(), came, went);
        boolean named = (!hunk.removed().isEmpty() && wentUnnamed.isEmpty())
                || (!hunk.added().isEmpty() && cameUnnamed.isEmpty());
        if (!named) {
            violations.add("changes without naming it: " + went.path
                    + wentUnnamed.map(i -> "\n  - " + went.show(i)).orElse("")
                    + cameUnnamed.map(i -> "\n  + " + came.show(i)).orElse(""));
        }
    }

    /** Returns a line that neither names the value nor stands below one that does. */
    private Optional<Integer> unnamed(List<Integer> lines, Side side, Side other) {
        IntPredicate named = i -> names(side.origins.get(i));
        return lines.stream()
                .filter(i -> !named.test(i) && !follows(side.path, side.text.get(i)))
                .filter(i -> IntStream.range(0, i).noneMatch(head -> isBelow(side.text, i, head) && named.test(head)))
                // Of lines that are alike, a comparison can't tell which one came or went.
                .filter(i -> lines.stream().noneMatch(named::test)
                        || Collections.frequency(side.text, side.text.get(i)) == 1)
                // A line that only moved did not change, and a default gives way to a value that stands elsewhere.
                .filter(i -> other.alike(side.text.get(i)::equals).findAny().isEmpty())
                .filter(i -> other.alike(text -> key(text).equals(key(side.text.get(i))))
                        .noneMatch(at -> names(other.origins.get(at))))
                .findFirst();
    }

    private static String key(String line) {
        return line.contains(": ") ? line.substring(0, line.indexOf(": ")) : line;
    }

    private static boolean isBelow(List<String> text, int line, int head) {
        int depth = indentation(text.get(head));
        for (int i = head + 1; i <= line; i++) {
            if (indentation(text.get(i)) <= depth) {
                return false;
            }
        }
        return head < line;
    }

    private static int indentation(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        if (line.equals("---")) {
            return -1;
        }
        return line.isBlank() ? Integer.MAX_VALUE : blanks;
    }

    private static boolean follows(String path, String line) {
        return path.equals(INDEX) && line.strip().matches("\"(size|digest)\": .*");
    }

    /** Tells whether an origin rests on the value: on a place that holds it and no other. */
    private boolean names(Origin origin) {
        return origin.places()
                .anyMatch(place -> place.value().source().equals(leaf.source())
                        && place.value().start().line() == line
                        && place.value().end().line() == line);
    }

    private boolean isValue(Origin origin) {
        return origin instanceof Origin.Written written
                && names(origin)
                && ends(written.place().path());
    }

    /** The place of a map or list that holds nothing else is not the value. */
    private boolean ends(String path) {
        Object last = leaf.path().get(leaf.path().size() - 1);
        return last instanceof Integer index
                ? path.endsWith("[" + index + "]")
                : path.endsWith((String) last) || path.endsWith(last + "\"]");
    }

    /** Commas say only whether more follows. */
    private static List<String> text(Output file) {
        List<String> lines = Samples.text(file).lines().toList();
        return file.path().equals(INDEX) ? entries(lines) : lines;
    }

    /** The entries of an index are alike, so each line is told apart by the path of its entry. */
    private static List<String> entries(List<String> lines) {
        List<String> entries = new ArrayList<>();
        String entry = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst(",$", "");
            if (line.equals("    {")) {
                entry = lines.get(i + 1).strip();
            }
            entries.add(line + " ".repeat(80) + entry);
            entry = line.equals("    }") ? "" : entry;
        }
        return entries;
    }

    private static String show(Origin origin) {
        return origin.toString()
                .replaceAll(
                        "Range\\[source=([^,]*), start=Position\\[line=(\\d+)[^\\]]*\\], end=[^\\]]*\\]\\]", "$1:$2");
    }
}
