// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.ImmutableFinding;
import dev.farstead.model.finding.Related;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings of a run. A line of a profile that breaks many sites is one cause and so one finding, with the names of the sites. Not
 * thread-safe.
 */
final class FindingLog {
    private final Map<String, Integer> orderOfSource = new HashMap<>();
    private final Map<Cause, Finding> findings = new LinkedHashMap<>();
    private final Map<Cause, List<String>> sites = new HashMap<>();
    private final int limit;
    private final Map<Cause, Integer> timesInSite = new HashMap<>();
    private String currentSite = "";
    private long dropped;
    private Severity gravestDropped = Severity.NOTE;
    private boolean errors;

    FindingLog(Input input) {
        for (SourceText source : input.sources()) {
            orderOfSource.putIfAbsent(source.name(), orderOfSource.size());
        }
        limit = input.limits().findings();
    }

    /**
     * What makes findings of several sites one: the code, the place, and the words that don't depend on the site's values. How often
     * one site has them tells apart what only its values tell apart.
     */
    private record Cause(String code, Optional<Range> range, List<String> words, int time) {}

    /** Adds a finding that concerns no single site. */
    void add(Finding finding) {
        keep(new Cause(finding.code(), finding.range(), List.of(finding.message()), 0), finding);
    }

    /** Adds a finding of a site; sites are added one after the other. */
    void add(Finding finding, String site) {
        if (!site.equals(currentSite)) {
            currentSite = site;
            timesInSite.clear();
        }
        List<String> words = Stream.concat(
                        finding.label().stream(), finding.related().stream().map(Related::label))
                .toList();
        Cause first = new Cause(
                finding.code(), finding.range(), finding.range().isPresent() ? words : List.of(finding.message()), 0);
        int time = timesInSite.merge(first, 1, Integer::sum);
        Cause cause = new Cause(first.code(), first.range(), first.words(), time);
        if (keep(cause, finding)) {
            sites.computeIfAbsent(cause, key -> new ArrayList<>()).add(site);
        }
    }

    private boolean keep(Cause cause, Finding finding) {
        errors |= finding.severity() == Severity.ERROR;
        if (!findings.containsKey(cause) && findings.size() >= limit) {
            dropped++;
            if (finding.severity().compareTo(gravestDropped) < 0) {
                gravestDropped = finding.severity();
            }
            return false;
        }
        findings.putIfAbsent(cause, finding);
        return true;
    }

    boolean hasErrors() {
        return errors;
    }

    List<Finding> findings() {
        List<Finding> ordered = new ArrayList<>();
        findings.forEach((cause, finding) -> {
            List<String> names = sites.getOrDefault(cause, List.of());
            ordered.add(names.size() > 1 ? ImmutableFinding.copyOf(finding).withSites(names) : finding);
        });
        new Discretion(ordered).apply(ordered);
        ordered.sort(Comparator.comparingInt(this::source)
                .thenComparingInt(finding ->
                        finding.range().map(range -> range.start().offset()).orElse(Integer.MAX_VALUE))
                .thenComparing(Finding::code)
                .thenComparing(Finding::message));
        if (dropped > 0) {
            ordered.add(RunProblem.TOO_MANY_FINDINGS
                    .finding(gravestDropped)
                    .message(dropped + " more findings were left out")
                    .build());
        }
        return ordered;
    }

    private int source(Finding finding) {
        return finding.range()
                .map(range -> orderOfSource.getOrDefault(range.source(), Integer.MAX_VALUE - 1))
                .orElse(Integer.MAX_VALUE);
    }
}
