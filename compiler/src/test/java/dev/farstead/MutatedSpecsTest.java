// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every input holds for damaged specifications of the golden cases and examples. The fast form tries {@link #FEW}, {@code
 * -Dproperties=full} all of them, {@code -Dmutants=N} another number; the number of a mutant says all about it.
 */
class MutatedSpecsTest {
    private static final long FEW = 4_000;
    private static final long MANY = 2_000_000;

    /** Mutants that once broke something. */
    private static final long[] FOUND = {61, 400};

    private static final int AGAIN = 8;

    private final TextMutation mutation = new TextMutation(Corpus.cases());

    @Test
    void everyMutantIsCompiledOrRefused() {
        long count = Long.getLong("mutants", "full".equals(System.getProperty("properties")) ? MANY : FEW);
        Set<String> codes = new TreeSet<>();
        long[] compiled = new long[1];
        LongStream.concat(LongStream.of(FOUND), LongStream.range(0, count)).forEach(number -> {
            Compilation compilation = hold(number);
            compiled[0] += compilation.outputs().isPresent() ? 1 : 0;
            compilation.findings().forEach(finding -> codes.add(finding.code()));
        });
        // Damage that is too coarse would only ever show the first pass at work.
        assertThat(compiled[0]).isGreaterThan(count / 50);
        assertThat(codes).hasSizeGreaterThan(60);
    }

    private Compilation hold(long number) {
        try {
            return Invariants.hold(mutation.mutant(number), number % AGAIN == 0);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("mutant " + number + " of the golden specifications", e);
        }
    }
}
