// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.check.Example;
import dev.farstead.compiler.check.Rules;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What trying the fixes of many specifications gave. Each kind is made once; not thread-safe. */
final class FixTrials {
    private static final Farstead FARSTEAD = Farstead.create();

    /** How many specifications are spoilt, in each of two ways: {@code -Dproperties=full} for more. */
    private static final int SPOILT = "full".equals(System.getProperty("properties")) ? 20_000 : 700;

    private static final Map<String, FixTrials> DONE = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> fixes = new TreeMap<>();
    private final Set<String> codes = new TreeSet<>();
    private int specifications;

    private FixTrials() {}

    /** Returns the trials of all golden cases. */
    static FixTrials golden() {
        return DONE.computeIfAbsent("golden", key -> {
            FixTrials trials = new FixTrials();
            GoldenSpecs.all().forEach((name, input) -> trials.add(name, FixTrial.of(input)));
            return trials;
        });
    }

    /** Returns the trials of the bad example of each rule, as JSON and written in two ways as YAML. */
    static FixTrials examples() {
        return DONE.computeIfAbsent("examples", key -> {
            FixTrials trials = new FixTrials();
            List<Finding> known = FARSTEAD.check(Example.of("{}").input()).findings();
            for (Explanation explanation : Rules.explanations().toList()) {
                Input input = Example.of(explanation.bad()).input();
                List<Map<String, Object>> documents =
                        input.sources().stream().map(FixTrials::document).toList();
                for (Rendering rendering : List.of(Rendering.JSON, Rendering.PLAIN, Rendering.BRACKETS)) {
                    Input written = ImmutableInput.copyOf(input).withSources(rendering.sources(documents));
                    trials.add(explanation.code() + " in " + rendering, FixTrial.of(written, known));
                }
            }
            return trials;
        });
    }

    @SuppressWarnings("unchecked") // a document is a map
    private static Map<String, Object> document(SourceText source) {
        Load json = new Load(LoadSettings.builder().build());
        return (Map<String, Object>) json.loadFromString(new String(source.bytes(), StandardCharsets.UTF_8));
    }

    /** Returns the trials of generated specifications with a slip in a document. */
    static FixTrials slips() {
        return DONE.computeIfAbsent(
                "slips",
                key -> spoilt(20261130, (spec, random) -> {
                    Rendering rendering = any(Rendering.VARIED, random);
                    return rendering.sources(Mistake.of(spec, random).documents());
                }));
    }

    /** Returns the trials of generated specifications with a slip in the text of one. */
    static FixTrials textSlips() {
        return DONE.computeIfAbsent(
                "text slips",
                key -> spoilt(20261129, (spec, random) -> {
                    Rendering rendering = any(Rendering.ALL, random);
                    return TextSlip.of(rendering.sources(spec.documents()), random);
                }));
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static FixTrials spoilt(long seed, BiFunction<Spec, Random, List<SourceText>> spoil) {
        FixTrials trials = new FixTrials();
        Random random = new Random(seed);
        List<Spec> sound = SampleSet.all().compiling();
        while (trials.specifications < SPOILT) {
            Spec spec = any(sound, random);
            List<Finding> known = FARSTEAD.check(Samples.input(spec.sources())).findings();
            for (int i = 0; i < 10; i++) {
                List<SourceText> spoilt = spoil.apply(spec, random);
                trials.add(spoilt.get(0).name() + " of " + spec, FixTrial.of(Samples.input(spoilt), known));
            }
        }
        return trials;
    }

    private void add(String name, FixTrial trial) {
        specifications++;
        trial.faults().forEach(fault -> faults.add(fault + "\n    in " + name));
        trial.codes().forEach(code -> fixes.merge(code, 1, Integer::sum));
        trial.findings().forEach(finding -> codes.add(finding.code()));
    }

    /** Returns how many specifications were checked. */
    int specifications() {
        return specifications;
    }

    /** Returns what does not hold, in words. */
    List<String> faults() {
        return faults;
    }

    /** Returns how many fixes were made, by the code of their finding. */
    Map<String, Integer> fixes() {
        return fixes;
    }

    /** Returns the codes of all findings, with fixes or without. */
    Set<String> codes() {
        return codes;
    }
}
