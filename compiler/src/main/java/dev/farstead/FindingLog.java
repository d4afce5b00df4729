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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The findings of a run. A line of a profile that breaks many sites is one cause and so one finding, with the names of the sites; so is
 * a secret that many sites ask for. Not thread-safe.
 */
final class FindingLog {
    private final Map<Cause, Finding> findings = new LinkedHashMap<>();
    private final Map<Cause, List<String>> sites = new HashMap<>();

    /** Of the sources that findings point into. */
    private final Map<String, List<NamedDocument>> documents = new HashMap<>();

    private final List<SourceText> sources;
    private final int limit;
    private final Map<Cause, Integer> timesInSite = new HashMap<>();
    private final Set<Finding> seenInSite = new HashSet<>();
    private Optional<BoundSource> currentSource = Optional.empty();
    private String currentSite = "";
    private long dropped;
    private Severity gravestDropped = Severity.NOTE;
    private boolean errors;

    FindingLog(Input input) {
        sources = input.sources();
        limit = input.limits().findings();
    }

    /**
     * What makes findings of several sites one: the code, the place, and the words that don't depend on the site's values. How often
     * one site has them tells apart what only its values tell apart.
     */
    private record Cause(String code, Optional<Range> range, List<String> words, int time) {}

    /** Takes what was found of a source; the findings of its sites follow. */
    void add(BoundSource source) {
        currentSource = Optional.of(source);
        if (!source.profiles().isEmpty()) {
            documents.put(source.name(), source.documents());
        }
        source.findings().forEach(this::add);
    }

    /** Adds a finding that concerns no single site. */
    void add(Finding finding) {
        keep(new Cause(finding.code(), finding.range(), List.of(finding.message()), 0), finding);
    }

    /** Adds a finding of a site; sites are added one after the other. */
    void add(Finding finding, String site) {
        if (!site.equals(currentSite)) {
            currentSite = site;
            timesInSite.clear();
            seenInSite.clear();
        }
        // An anchor that two hosts share is read twice and is one line to mend.
        if (!seenInSite.add(ImmutableFinding.copyOf(finding).withPath(""))) {
            return;
        }
        Cause first = cause(finding);
        int time = timesInSite.merge(first, 1, Integer::sum);
        Cause cause = new Cause(first.code(), first.range(), first.words(), time);
        if (keep(cause, finding)) {
            sites.computeIfAbsent(cause, key -> new ArrayList<>()).add(site);
        }
    }

    private static Cause cause(Finding finding) {
        // A secret is handed in once, whichever lines ask for it.
        if (finding.range().isEmpty() || RunProblem.isOfSecret(finding)) {
            return new Cause(finding.code(), Optional.empty(), List.of(finding.message()), 0);
        }
        List<String> words = Stream.concat(
                        finding.label().stream(), finding.related().stream().map(Related::label))
                .toList();
        return new Cause(finding.code(), finding.range(), words, 0);
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
        if (findings.putIfAbsent(cause, finding) == null) {
            currentSource
                    .filter(source -> finding.range()
                            .filter(range -> range.source().equals(source.name()))
                            .isPresent())
                    .ifPresent(source -> documents.put(source.name(), source.documents()));
        }
        return true;
    }

    boolean hasErrors() {
        return errors;
    }

    List<Finding> findings() {
        List<Map.Entry<Cause, Finding>> ordered = discreet();
        Map<String, Integer> orderOfSource = new HashMap<>();
        sources.forEach(source -> orderOfSource.putIfAbsent(source.name(), orderOfSource.size()));
        ordered.sort(Map.Entry.comparingByValue(Comparator.<Finding>comparingInt(
                        finding -> source(finding, orderOfSource))
                .thenComparingInt(finding ->
                        finding.range().map(range -> range.start().offset()).orElse(Integer.MAX_VALUE))
                .thenComparing(Finding::code)
                .thenComparing(Finding::message)));
        Fingerprints fingerprints = new Fingerprints();
        List<Finding> result = new ArrayList<>(ordered.size() + 1);
        ordered.forEach(entry ->
                result.add(complete(entry.getValue(), sites.getOrDefault(entry.getKey(), List.of()), fingerprints)));
        if (dropped > 0) {
            Finding rest = RunProblem.TOO_MANY_FINDINGS
                    .finding(gravestDropped)
                    .message(dropped == 1 ? "1 more finding was left out" : dropped + " more findings were left out")
                    .build();
            result.add(complete(rest, List.of(), fingerprints));
        }
        return List.copyOf(result);
    }

    /** Before fingerprints are taken: a digest of a secret would tell of it. */
    private List<Map.Entry<Cause, Finding>> discreet() {
        List<Finding> words = new ArrayList<>(findings.values());
        new Discretion(words).apply(words);
        List<Map.Entry<Cause, Finding>> discreet = new ArrayList<>(words.size());
        for (Cause cause : findings.keySet()) {
            discreet.add(Map.entry(cause, words.get(discreet.size())));
        }
        return discreet;
    }

    private Finding complete(Finding finding, List<String> names, Fingerprints fingerprints) {
        Finding placed = ImmutableFinding.copyOf(finding)
                .withDocument(
                        finding.range().map(range -> document(range, names)).orElse(""))
                .withSites(names.size() > 1 ? names : List.of());
        boolean shared = !names.isEmpty() && !placed.document().equals(site(names));
        return ImmutableFinding.copyOf(placed).withFingerprint(fingerprints.of(placed, shared));
    }

    /** What was found of a site after its source had gone by stands in that source or in one that holds a profile. */
    private String document(Range range, List<String> names) {
        int offset = range.start().offset();
        List<NamedDocument> there = documents.get(range.source());
        if (there == null) {
            return names.isEmpty() ? "" : site(names);
        }
        return NamedDocument.at(there, offset).map(NamedDocument::name).orElse("");
    }

    private static String site(List<String> names) {
        return "Site/" + names.get(0);
    }

    private static int source(Finding finding, Map<String, Integer> orderOfSource) {
        return finding.range()
                .map(range -> orderOfSource.getOrDefault(range.source(), Integer.MAX_VALUE - 1))
                .orElse(Integer.MAX_VALUE);
    }
}
