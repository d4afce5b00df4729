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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps secrets that stand in a specification by mistake out of the findings of a run: a secret that one finding hides is hidden where
 * another shows the same line, and no word repeats the user or the password of an address.
 */
final class Discretion {
    private final Map<String, List<Range>> secrets = new HashMap<>();

    Discretion(List<Finding> findings) {
        for (Finding finding : findings) {
            Stream<Range> own = finding.hidden() ? finding.range().stream() : Stream.empty();
            Stream.concat(own, finding.concealed().stream())
                    .forEach(range -> secrets.computeIfAbsent(range.source(), source -> new ArrayList<>())
                            .add(range));
        }
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
                .flatMap(shown -> secrets.getOrDefault(shown.source(), List.of()).stream()
                        .filter(secret -> secret.start().line() <= shown.start().line()
                                && shown.start().line() <= secret.end().line()))
                .distinct()
                .toList();
        return ranges.isEmpty() ? finding : ImmutableFinding.copyOf(finding).withConcealed(ranges);
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
