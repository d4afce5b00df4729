// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Changing a value changes the lines that say they come from it, and no others; {@link ChangedLines} says what exactly is held. The page
 * of the figures is rewritten by {@code -Dguide=update}, except where CI is set.
 */
class LineOriginsTest {
    private static final Farstead FARSTEAD = Farstead.create();
    private static final int CHANGES = 10;

    private final Set<String> kinds = new TreeSet<>();
    private int taken;
    private int refused;
    private int lines;

    @Test
    void aChangeShowsInTheLinesThatNameItAndInNoOthers() throws IOException {
        change(20261126, 30);
        GuidePage.says("origin-changes.md", page());
    }

    @Test
    @EnabledIfSystemProperty(named = "properties", matches = "full")
    void aChangeShowsInTheLinesThatNameItForManySpecifications() {
        change(20261127, 1_500);

        assertThat(taken).isGreaterThan(5_000);
    }

    /** Changes single values of as many specifications. */
    private void change(long seed, int specifications) {
        Random random = new Random(seed);
        OtherValues values = new OtherValues(random);
        for (int i = 0; i < specifications; i++) {
            values.learn(Leaf.all(Specs.of(random)));
        }
        for (int i = 0; i < specifications; i++) {
            Spec spec = Specs.of(random);
            Optional<OutputSet> before = outputs(spec);
            List<Leaf> leaves = Leaf.all(spec);
            for (int j = 0; j < CHANGES && before.isPresent(); j++) {
                Leaf leaf = leaves.get(random.nextInt(leaves.size()));
                values.of(leaf).ifPresent(other -> change(spec, before.get(), leaf, other));
            }
        }
    }

    private void change(Spec spec, OutputSet before, Leaf leaf, Object other) {
        Optional<OutputSet> after = outputs(leaf.changed(spec, other));
        if (after.isEmpty()) {
            refused++;
            return;
        }
        ChangedLines changed = new ChangedLines(leaf, spec);
        changed.compare(before, after.get(), other);
        assertThat(changed.violations())
                .as("%s: %s becomes %s in\n%s", leaf, leaf.value(), other, spec)
                .isEmpty();
        taken++;
        lines += changed.changed();
        kinds.add(leaf.definition());
    }

    private static Optional<OutputSet> outputs(Spec spec) {
        return FARSTEAD.compile(Samples.input(spec.sources())).outputs();
    }

    private String page() {
        return "# What a change of one value changes\n\nSingle values of random specifications are changed to others of their kind, and"
                + " the lines of both output sets compared with what their origins say. Repeat with `./mvnw -pl compiler -am test"
                + " -Dtest='LineOrigins*' -Dsurefire.failIfNoSpecifiedTests=false`; `-Dproperties=full` tries many more.\n\n"
                + "| | |\n|---|---|\n"
                + row("changes that the compiler took", taken)
                + row("changes that it refused", refused)
                + row("kinds of values changed", kinds.size())
                + row("lines that came, went or changed, all named", lines)
                + row("lines that changed without naming the value", 0);
    }

    private static String row(String name, int number) {
        return "| " + name + " | " + number + " |\n";
    }
}
