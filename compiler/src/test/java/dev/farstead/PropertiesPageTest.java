// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The page of figures says what the properties saw; {@code -Dguide=update} rewrites it, except where CI is set. */
@DisabledIfSystemProperty(
        named = "properties",
        matches = "full",
        disabledReason = "the page holds the figures of the short form")
final class PropertiesPageTest {
    @Test
    void thePageSaysWhatThePropertiesSaw() throws IOException {
        GuidePage.says("properties.md", page());
    }

    private static String page() {
        SampleSet samples = SampleSet.all();
        Set<String> possible = Specs.SCHEMA.possible();
        return String.format(
                        Locale.ROOT,
                        """
                # Properties

                Random specifications, drawn from the structure schemas with a fixed seed, and what holds of all of them. Repeat with
                `./mvnw -pl compiler -am test`, or with `-Dproperties=full` for many times as many; `-Dguide=update` rewrites this page.

                | | |
                |---|---|
                | samples meant to be valid | %d |
                | of them compile (below nine in ten the build fails) | %d |
                | what the schemas allow at each place: keys set and left out, enum and truth values, types | %d |
                | of it in a sample, and in one that compiles (the build fails below all) | %d, %d |

                Every fix with edits is made, and the specification checked again: its finding is gone, each new one reads what the edit
                wrote or what was faulty before, a fix of right form leaves the form right, and a safe one restores what was spoilt.

                | specifications | checked | codes found | fixes made | their codes | do not hold |
                |---|---|---|---|---|---|
                """,
                        SampleSet.SIZE,
                        samples.compiling().size(),
                        possible.size(),
                        count(possible, samples.used()),
                        count(possible, samples.usedWhereItCompiles()))
                + row("golden cases", FixTrials.golden())
                + row("bad examples of the rules, as JSON and as YAML in two ways", FixTrials.examples())
                + row("a slip in a document, written in " + Rendering.ALL.size() + " ways", FixTrials.slips())
                + row("a slip in a text, likewise", FixTrials.textSlips())
                + "\nCodes whose fixes were made: " + String.join(", ", codes()) + ".\n";
    }

    private static int count(Set<String> possible, Set<String> used) {
        Set<String> both = new TreeSet<>(possible);
        both.retainAll(used);
        return both.size();
    }

    private static String row(String name, FixTrials trials) {
        return "| " + name + " | " + trials.specifications() + " | "
                + trials.codes().size() + " | "
                + trials.fixes().values().stream().mapToInt(Integer::intValue).sum() + " | "
                + trials.fixes().size() + " | " + trials.faults().size() + " |\n";
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Stream.of(FixTrials.golden(), FixTrials.examples(), FixTrials.slips(), FixTrials.textSlips())
                .forEach(trials -> codes.addAll(trials.fixes().keySet()));
        return codes;
    }
}
