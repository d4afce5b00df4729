// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.ImmutableFinding;
import dev.farstead.model.finding.Related;
import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps secrets that stand in a specification by mistake out of the findings of a run: a secret that one finding hides is hidden where
 * another shows the same line, and no word repeats the user or the password of an address.
 */
final class Discretion {
    /** A place where more secrets meet is hidden from the first to the last: each finding there remembers what it must not show. */
    private static final int MOST_APART = 16;

    /** By source and first line. */
    private final Map<String, NavigableMap<Integer, Meeting>> secrets = new HashMap<>();

    /**
     * Secrets that share lines with each other.
     *
     * @param lastLine the last line of any of them
     * @param ranges where they stand
     */
    private record Meeting(int lastLine, List<Range> ranges) {}

    Discretion(List<Finding> findings) {
        Map<String, List<Range>> bySource = new HashMap<>();
        for (Finding finding : findings) {
            Stream<Range> own = finding.hidden() ? finding.range().stream() : Stream.empty();
            Stream.concat(own, finding.concealed().stream())
                    .forEach(range -> bySource.computeIfAbsent(range.source(), source -> new ArrayList<>())
                            .add(range));
        }
        bySource.forEach((source, ranges) -> secrets.put(source, meetings(ranges)));
    }

    private static NavigableMap<Integer, Meeting> meetings(List<Range> ranges) {
        NavigableMap<Integer, Meeting> meetings = new TreeMap<>();
        List<Range> ordered = ranges.stream()
                .distinct()
                .sorted(Comparator.comparingInt(range -> range.start().offset()))
                .toList();
        int from = 0;
        while (from < ordered.size()) {
            Range last = ordered.get(from);
            int to = from + 1;
            while (to < ordered.size()
                    && ordered.get(to).start().line() <= last.end().line()) {
                Range next = ordered.get(to++);
                last = next.end().offset() > last.end().offset() ? next : last;
            }
            Range first = ordered.get(from);
            List<Range> met = to - from <= MOST_APART
                    ? List.copyOf(ordered.subList(from, to))
                    : List.of(new Range(first.source(), first.start(), last.end()));
            meetings.put(first.start().line(), new Meeting(last.end().line(), met));
            from = to;
        }
        return meetings;
    }

    /** Replaces the findings in place. */
    void apply(List<Finding> findings) {
        findings.replaceAll(finding -> reworded(concealed(finding)));
    }

    private Finding concealed(Finding finding) {
        if (secrets.isEmpty()) {
            return finding;
        }
        List<Range> ranges = Stream.concat(
                        finding.range().stream(), finding.related().stream().map(Related::range))
                .flatMap(this::on)
                .distinct()
                .toList();
        return ranges.isEmpty() ? finding : ImmutableFinding.copyOf(finding).withConcealed(ranges);
    }

    /** Returns the secrets that share the first line of a range, or meet one that does. */
    private Stream<Range> on(Range shown) {
        int line = shown.start().line();
        Map.Entry<Integer, Meeting> before = secrets.getOrDefault(shown.source(), Collections.emptyNavigableMap())
                .floorEntry(line);
        return before != null && line <= before.getValue().lastLine()
                ? before.getValue().ranges().stream()
                : Stream.empty();
    }

    private static Finding reworded(Finding finding) {
        boolean quiet = Stream.of(
                        Stream.of(finding.message(), finding.path()),
                        finding.label().stream(),
                        finding.values().stream(),
                        finding.effect().stream(),
                        finding.related().stream().map(Related::label),
                        finding.fixes().stream().map(Fix::text),
                        finding.fixes().stream()
                                .flatMap(fix -> fix.edits().stream())
                                .map(Edit::replacement))
                .flatMap(words -> words)
                .noneMatch(Concealment::holdsLogin);
        if (quiet) {
            return finding;
        }
        return ImmutableFinding.copyOf(finding)
                .withMessage(Concealment.words(finding.message()))
                .withPath(Concealment.words(finding.path()))
                .withLabel(finding.label().map(Concealment::words))
                .withValues(finding.values().stream().map(Concealment::words).toList())
                .withEffect(finding.effect().map(Concealment::words))
                .withRelated(finding.related().stream()
                        .map(related -> new Related(related.range(), Concealment.words(related.label())))
                        .toList())
                .withFixes(finding.fixes().stream().map(Discretion::reworded).toList());
    }

    /** An edit that would repeat a secret is left to the author. */
    private static Fix reworded(Fix fix) {
        boolean repeats = fix.edits().stream().map(Edit::replacement).anyMatch(Concealment::holdsLogin);
        return repeats
                ? Fix.advice(Concealment.words(fix.text()))
                : new Fix(Concealment.words(fix.text()), fix.edits(), fix.applicability());
    }
}
