// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Changing a value changes the lines that say they come from it, and no others; {@link ChangedLines} says what exactly is held. */
class LineOriginsTest {
    private static final Farstead FARSTEAD = Farstead.create();
    private static final int CHANGES = 12;

    @Test
    void aChangeShowsInTheLinesThatNameItAndInNoOthers() {
        assertThat(changes(20261126, 40)).isGreaterThan(150);
    }

    @Test
    @EnabledIfSystemProperty(named = "properties", matches = "full")
    void aChangeShowsInTheLinesThatNameItForManySpecifications() {
        assertThat(changes(20261127, 1_500)).isGreaterThan(5_000);
    }

    /** Changes single values of as many specifications, and returns how many changes the compiler took. */
    private static int changes(long seed, int specifications) {
        Random random = new Random(seed);
        OtherValues values = new OtherValues(random);
        int taken = 0;
        for (int i = 0; i < specifications; i++) {
            values.learn(Leaf.all(Specs.of(random)));
        }
        for (int i = 0; i < specifications; i++) {
            Spec spec = Specs.of(random);
            Optional<OutputSet> before = outputs(spec);
            List<Leaf> leaves = Leaf.all(spec);
            for (int j = 0; j < CHANGES && before.isPresent(); j++) {
                Leaf leaf = leaves.get(random.nextInt(leaves.size()));
                Optional<Object> other = values.of(leaf);
                Optional<OutputSet> after = other.flatMap(value -> outputs(leaf.changed(spec, value)));
                if (after.isPresent()) {
                    ChangedLines lines = new ChangedLines(leaf, spec);
                    lines.compare(before.get(), after.get(), other.orElseThrow());
                    assertThat(lines.violations())
                            .as("%s: %s becomes %s in\n%s", leaf, leaf.value(), other.orElseThrow(), spec)
                            .isEmpty();
                    taken++;
                }
            }
        }
        return taken;
    }

    private static Optional<OutputSet> outputs(Spec spec) {
        return FARSTEAD.compile(Samples.input(spec.sources())).outputs();
    }
}
