// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.Matrix;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisRepair;
import dev.farstead.schemas.AxisRepairs;
import dev.farstead.schemas.AxisSpace;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the axis table says about a combination is what the compiler does with a specification of it. */
final class CombinationTest {
    private static final int RANDOM = 10_000;

    /** Checking finds what compiling finds; so that nothing breaks behind it, one in so many is compiled. */
    private static final int COMPILED = 20;

    private final Farstead farstead = Farstead.create();
    private final AxisSpace space = new AxisSpace(Catalogue.bundled().axes());
    private final AxisRepairs repairs = new AxisRepairs(space);

    /** Combinations come back as repairs of others: each is compiled once. */
    private final Map<Map<String, String>, Set<String>> known = new HashMap<>();

    @Test
    void everyRowOfTheMatrixCompilesOrIsRefusedWithItsCodes() {
        List<String> faults = new ArrayList<>();
        for (Matrix.Row row : farstead.matrix(Map.of()).rows()) {
            Compilation compilation = run(row.example());
            boolean impossible = row.verdict() == Matrix.Verdict.IMPOSSIBLE;
            Set<String> expected = impossible ? new TreeSet<>(row.codes()) : Set.of();
            Set<String> found = codes(compilation);
            boolean written = compilation.outputs().isPresent();
            if (!found.equals(expected) || (emits(row.example()) && written == impossible)) {
                faults.add(row.values() + ": expected " + expected + ", found " + found);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The seed is fixed so that a failure can be seen again. */
    @Test
    void aRandomCombinationIsJudgedAsTheTableSaysAndEachNearestOneCompiles() {
        Random random = new Random(211);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < RANDOM && faults.size() < 20; i++) {
            int[] combination = IntStream.range(0, space.table().axes().size())
                    .map(axis -> random.nextInt(
                            space.table().axes().get(axis).values().size()))
                    .toArray();
            Map<String, String> values = space.named(combination);
            Set<String> found = errors(values);
            if (!found.equals(errors(combination))) {
                faults.add(values + ": expected " + errors(combination) + ", found " + found);
            }
            for (AxisRepair repair : repairs.nearest(values, 3)) {
                Map<String, String> repaired = new TreeMap<>(values);
                repaired.putAll(repair.changes());
                if (!errors(repaired).isEmpty()) {
                    faults.add(values + " with " + repair + ": " + errors(repaired));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Some repairs are edits: applied to the text, they repair it. */
    @Test
    void editsOfARepairRepairTheText() {
        int applied = 0;
        Map<String, List<String>> connected = Map.of("mode", List.of("connected"), "registration", List.of("auto"));
        for (Matrix.Row row : farstead.matrix(connected).rows()) {
            CombinationSpec spec = new CombinationSpec(row.example());
            Map<String, String> texts = Map.of("profile.yaml", spec.profile(), "site.yaml", spec.site());
            for (Finding finding : farstead.check(spec.input()).findings()) {
                for (Fix fix : finding.fixes()) {
                    boolean ofTable =
                            finding.severity() == Severity.ERROR && row.codes().contains(finding.code());
                    // Another operating system or flavor may ask for more than its name: a version, a base image.
                    if (ofTable && !fix.edits().isEmpty()) {
                        Set<String> left = codes(farstead.check(CombinationSpec.input(edited(texts, fix.edits()))));
                        assertThat(left).as("%s after %s", row, fix).doesNotContainAnyElementsOf(row.codes());
                        applied++;
                    }
                }
            }
        }
        assertThat(applied).isGreaterThan(50);
    }

    private static Map<String, String> edited(Map<String, String> texts, List<Edit> edits) {
        Map<String, String> edited = new TreeMap<>(texts);
        edits.stream()
                .sorted(Comparator.comparingInt(
                                (Edit edit) -> edit.range().start().offset())
                        .reversed())
                .forEach(edit -> edited.computeIfPresent(
                        edit.range().source(),
                        (name, text) -> text.substring(0, edit.range().start().offset())
                                + edit.replacement()
                                + text.substring(edit.range().end().offset())));
        return edited;
    }

    private Set<String> errors(int[] combination) {
        long broken = space.broken(combination);
        List<AxisConstraint> constraints = space.table().constraints();
        return IntStream.range(0, constraints.size())
                .filter(i -> (broken >> i & 1) == 1)
                .mapToObj(constraints::get)
                .filter(constraint -> constraint.severity() == Severity.ERROR)
                .map(AxisConstraint::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> errors(Map<String, String> values) {
        return known.computeIfAbsent(new TreeMap<>(values), same -> codes(judged(values)));
    }

    private Compilation judged(Map<String, String> values) {
        return known.size() % COMPILED == 0 ? run(values) : farstead.check(new CombinationSpec(values).input());
    }

    private Compilation run(Map<String, String> values) {
        Input input = new CombinationSpec(values).input();
        return emits(values) ? farstead.compile(input) : farstead.check(input);
    }

    /** Hosts without the agent are checked, and not written yet. */
    private static boolean emits(Map<String, String> values) {
        return !values.containsValue("absent");
    }

    private static Set<String> codes(Compilation compilation) {
        return compilation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
