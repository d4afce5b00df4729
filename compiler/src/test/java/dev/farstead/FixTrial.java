// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.compiler.read.SyntaxRule;
import dev.farstead.compiler.structure.FormRule;
import dev.farstead.compiler.structure.StructureRule;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the edits of each fix and checks again. The finding must be gone, and each new one must read a value that an edit touched or that
 * a finding named before; a fix that may be made unasked leaves no more errors than there were.
 *
 * <p>A document with a fault of its form is seen by no later pass. When a fix brings it in, findings come up that were there all along:
 * {@code known} are those of the specification before something in it was spoilt. Where none are known, they are not looked at.
 */
final class FixTrial {
    private static final Farstead FARSTEAD = Farstead.create();

    private static final Set<String> OF_SYNTAX = Arrays.stream(SyntaxRule.values())
            .map(rule -> rule.explanation().code())
            .collect(Collectors.toSet());

    /** Codes of the passes that keep a document from those behind them. */
    private static final Set<String> OF_FORM = Stream.of(
                    Arrays.stream(SyntaxRule.values()).map(SyntaxRule::explanation),
                    Arrays.stream(StructureRule.values()).map(StructureRule::explanation),
                    FormRule.explanations())
            .flatMap(explanations -> explanations)
            .map(Explanation::code)
            .collect(Collectors.toSet());

    /** Values that findings read without naming them, because what they name was made with them: by the path of the one, of the other. */
    private static final Map<Pattern, Pattern> READ_THROUGH = Map.of(
            Pattern.compile("spec\\.profile"), Pattern.compile(".*"),
            Pattern.compile("(.*\\.)?network\\.lan"), Pattern.compile(".*\\.hostNumber"),
            Pattern.compile("spec\\.(agent|kubernetes)\\.(version|flavor)"),
                    Pattern.compile("spec\\.(site\\.)?kubernetes\\.config.*"),
            Pattern.compile("spec\\.hostClasses\\..*\\.arch"), Pattern.compile("spec\\.os\\.baseImage"),
            Pattern.compile("spec\\.os\\.family"), Pattern.compile("spec\\.os\\.version"));

    /** Codes of keys that are not there. */
    private static final Set<String> MISSING = Set.of("SPEC-006", "SPEC-101");

    private final Input input;
    private final List<Finding> before;
    private final boolean sound;
    private final Set<String> known;

    private final List<String> faults = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    private FixTrial(Input input, boolean sound, Set<String> known) {
        this.input = input;
        this.before = FARSTEAD.check(input).findings();
        this.sound = sound;
        this.known = known;
    }

    /** Tries the fixes of a specification that was sound before it was spoilt. */
    static FixTrial of(Input input, List<Finding> known) {
        return new FixTrial(input, true, codes(known)).run();
    }

    /** Tries the fixes of any specification. */
    static FixTrial of(Input input) {
        return new FixTrial(input, false, Set.of()).run();
    }

    /** Returns what does not hold, in words. */
    List<String> faults() {
        return faults;
    }

    /** Returns the code of each finding whose fix was tried, once for each fix. */
    List<String> codes() {
        return codes;
    }

    List<Finding> findings() {
        return before;
    }

    private FixTrial run() {
        for (Finding finding : before) {
            for (Fix fix : finding.fixes()) {
                if (!fix.edits().isEmpty()) {
                    codes.add(finding.code());
                    attempt(finding, fix);
                }
            }
        }
        return this;
    }

    private void attempt(Finding finding, Fix fix) {
        EditedSources edited;
        try {
            edited = new EditedSources(input.sources(), fix);
        } catch (IllegalArgumentException e) {
            fault(finding, fix, e.toString());
            return;
        }
        List<Finding> after = FARSTEAD.check(ImmutableInput.copyOf(input).withSources(edited.sources()))
                .findings();
        Span place = edited.moved(finding.range().orElseThrow());
        after.stream()
                .filter(each -> each.code().equals(finding.code()))
                .filter(each -> each.range().map(Span::of).filter(place::meets).isPresent())
                .forEach(each -> fault(finding, fix, "is still there: " + words(each)));
        if (fix.applicability() == Fix.Applicability.SAFE
                && sound
                && errors() == 1
                && !codes(after).equals(known)) {
            fault(finding, fix, "is safe and does not restore what was spoilt: " + after);
        }
        List<Span> excused = excused(edited);
        for (Finding each : after) {
            boolean old = before.stream().anyMatch(one -> isSame(one, each, edited));
            if (!old && breaks(finding, each)) {
                fault(finding, fix, "breaks the form: " + words(each));
            } else if (!old && !isReadThrough(finding, each) && !isExcused(each, excused, edited, after)) {
                fault(finding, fix, "new: " + words(each));
            }
        }
    }

    private static Set<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }

    private static boolean isSame(Finding one, Finding other, EditedSources edited) {
        return one.code().equals(other.code())
                && one.range().isPresent() == other.range().isPresent()
                && one.range().map(edited::moved).equals(other.range().map(Span::of));
    }

    /** A fix of what was read and of right form leaves it so, and one of what was read leaves it readable. */
    private static boolean breaks(Finding fixed, Finding found) {
        return (OF_FORM.contains(found.code()) && !OF_FORM.contains(fixed.code()))
                || (OF_SYNTAX.contains(found.code()) && !OF_SYNTAX.contains(fixed.code()));
    }

    private long errors() {
        return before.stream().filter(each -> each.severity() == Severity.ERROR).count();
    }

    private static boolean isReadThrough(Finding fixed, Finding found) {
        return READ_THROUGH.entrySet().stream()
                .anyMatch(pair -> pair.getKey().matcher(fixed.path()).matches()
                        && pair.getValue().matcher(found.path()).matches());
    }

    private boolean isExcused(Finding finding, List<Span> excused, EditedSources edited, List<Finding> after) {
        if (places(finding).map(Span::of).anyMatch(place -> excused.stream().anyMatch(place::meets))) {
            return true;
        }
        // A key that is missed reads all keys of its map, of which the edit may have named another.
        if (MISSING.contains(finding.code())) {
            Span map = widened(Span.of(finding.range().orElseThrow()), entries(edited.sources()));
            boolean same = edited.written().stream().anyMatch(map::meets);
            // What a site lacks, its profile may have given.
            return same || finding.code().equals("SPEC-101");
        }
        return sound ? known.contains(finding.code()) : revealed(edited, after);
    }

    /** Whether a document may have come in that no later pass saw before. */
    private boolean revealed(EditedSources edited, List<Finding> after) {
        return !sound
                && before.stream()
                        .filter(one -> OF_FORM.contains(one.code()) && one.severity() == Severity.ERROR)
                        .anyMatch(one -> after.stream().noneMatch(each -> isSame(one, each, edited)));
    }

    /** Returns what an edit wrote and what findings named before, each with the entry that it is of. */
    private List<Span> excused(EditedSources edited) {
        List<Span> entriesBefore = entries(input.sources());
        List<Span> spans = new ArrayList<>();
        for (Finding one : before) {
            places(one).forEach(range -> spans.add(edited.moved(widened(Span.of(range), entriesBefore))));
        }
        List<Span> entriesAfter = entries(edited.sources());
        edited.written().forEach(span -> spans.add(widened(span, entriesAfter)));
        return spans;
    }

    private static Stream<Range> places(Finding finding) {
        return Stream.concat(
                finding.range().stream(), finding.related().stream().map(Related::range));
    }

    /** Returns the smallest entry that a part lies in. */
    private static Span widened(Span span, List<Span> entries) {
        Span found = span;
        int size = Integer.MAX_VALUE;
        for (Span entry : entries) {
            boolean holds =
                    entry.source().equals(span.source()) && entry.from() <= span.from() && entry.to() >= span.to();
            if (holds && entry.to() - entry.from() < size) {
                found = entry;
                size = entry.to() - entry.from();
            }
        }
        return found;
    }

    private static List<Span> entries(List<SourceText> sources) {
        List<Span> entries = new ArrayList<>();
        for (SourceText source : sources) {
            for (SourceDocument document :
                    SourceReader.read(source, Limits.defaults()).documents()) {
                collect(document.root(), entries);
            }
        }
        return entries;
    }

    private static void collect(SourceNode node, List<Span> entries) {
        if (node instanceof SourceMapping map) {
            for (SourceEntry entry : map.entries()) {
                Range key = entry.key().range();
                int end = entry.value().range().end().offset();
                entries.add(new Span(
                        key.source(),
                        key.start().offset(),
                        Math.max(end, key.end().offset() + 2)));
                collect(entry.value(), entries);
            }
        } else if (node instanceof SourceSequence list) {
            list.items().forEach(item -> collect(item, entries));
        }
    }

    private void fault(Finding finding, Fix fix, String what) {
        faults.add(words(finding) + "\n    fix: " + fix.text() + ' '
                + fix.edits().stream()
                        .map(edit -> edit.range().source() + ':'
                                + edit.range().start().line() + ':'
                                + edit.range().start().column() + " <" + edit.replacement() + '>')
                        .toList()
                + "\n    " + what);
    }

    private static String words(Finding finding) {
        return finding.code()
                + ' '
                + finding.range()
                        .map(range -> range.source()
                                + ':'
                                + range.start().line()
                                + ':'
                                + range.start().column()
                                + ' ')
                        .orElse("")
                + finding.message();
    }
}
