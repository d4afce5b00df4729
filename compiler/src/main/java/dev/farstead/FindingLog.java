// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.ImmutableFinding;
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

/**
 * The findings of a run. A line of a profile that breaks many sites is one cause and so one finding, with the names of the sites. Not
 * thread-safe.
 */
final class FindingLog {
    private final Map<String, Integer> orderOfSource = new HashMap<>();
    private final Map<Cause, Finding> findings = new LinkedHashMap<>();
    private final Map<Cause, List<String>> sites = new HashMap<>();
    private final int limit;
    private long dropped;
    private boolean errors;

    FindingLog(Input input) {
        for (SourceText source : input.sources()) {
            orderOfSource.putIfAbsent(source.name(), orderOfSource.size());
        }
        limit = input.limits().findings();
    }

    /** What makes two findings one: the code and the place; without a place also the words. */
    private record Cause(String code, Optional<Range> range, String words) {
        static Cause of(Finding finding) {
            return new Cause(finding.code(), finding.range(), finding.range().isPresent() ? "" : finding.message());
        }
    }

    void add(Finding finding) {
        errors |= finding.severity() == Severity.ERROR;
        if (findings.size() >= limit) {
            dropped++;
            return;
        }
        // Two findings of one document with one place are told apart by their words.
        Cause cause = new Cause(finding.code(), finding.range(), finding.message());
        findings.putIfAbsent(cause, finding);
    }

    void add(Finding finding, String site) {
        errors |= finding.severity() == Severity.ERROR;
        Cause cause = Cause.of(finding);
        if (!findings.containsKey(cause) && findings.size() >= limit) {
            dropped++;
            return;
        }
        findings.putIfAbsent(cause, finding);
        List<String> names = sites.computeIfAbsent(cause, key -> new ArrayList<>());
        if (!names.contains(site)) {
            names.add(site);
        }
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
        ordered.sort(Comparator.comparingInt(this::source)
                .thenComparingInt(finding ->
                        finding.range().map(range -> range.start().offset()).orElse(Integer.MAX_VALUE))
                .thenComparing(Finding::code)
                .thenComparing(Finding::message));
        if (dropped > 0) {
            ordered.add(RunProblem.TOO_MANY_FINDINGS
                    .finding()
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
