// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every input holds for damaged specifications of the golden cases and examples. The fast form tries {@link #FEW}, {@code
 * -Dproperties=full} all of them, {@code -Dmutants=N} another number; the number of a mutant says all about it.
 */
class MutatedSpecsTest {
    private static final Path PAGE = Path.of("../src/guide/figures/hostile.md");
    private static final long FEW = 2_000;
    private static final long MANY = 3_000_000;

    /** Mutants that once broke something. */
    private static final long[] FOUND = {61, 400};

    /** A second run of every eighth shows that runs don't depend on each other. */
    private static final int AGAIN = 8;

    private final TextMutation mutation = new TextMutation(Corpus.cases());
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final LongAdder compiled = new LongAdder();

    @Test
    void everyMutantIsCompiledOrRefused() throws IOException {
        long count = Long.getLong("mutants", "full".equals(System.getProperty("properties")) ? MANY : FEW);
        LongStream.concat(LongStream.of(FOUND), LongStream.range(0, count))
                .parallel()
                .forEach(number -> {
                    Compilation compilation = hold(number);
                    compiled.add(compilation.outputs().isPresent() ? 1 : 0);
                    compilation.findings().forEach(finding -> codes.add(finding.code()));
                });
        // Damage that is too coarse would only ever show the first pass at work.
        assertThat(compiled.sum()).isGreaterThan(count / 50);
        assertThat(codes).hasSizeGreaterThan(60);
        if (count > FEW && "update".equals(System.getProperty("guide"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page(count));
        }
    }

    private Compilation hold(long number) {
        try {
            return Invariants.hold(mutation.mutant(number), number % AGAIN == 0);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("mutant " + number + " of the golden specifications", e);
        }
    }

    private String page(long count) {
        return String.format(
                Locale.ROOT,
                """
                # Damaged specifications

                The specifications of the golden cases and the examples, as YAML and as JSON, were damaged at random: bytes, words, values, lines
                and pieces of one in another. Each was compiled without an exception, with the same findings from `check` and from a second run,
                at places inside its sources, in words that hold nothing invisible and no word of a library. Again: `./mvnw -pl compiler -am test
                -Dtest=MutatedSpecsTest -Dsurefire.failIfNoSpecifiedTests=false -Dmutants=%1$d`; without a number %2$,d are tried, and
                %3$,d with `-Dproperties=full`.

                | tried | compiled | refused | codes met | broke something |
                |---|---|---|---|---|
                | %1$,d | %4$,d | %5$,d | %6$d | none |
                """,
                count,
                FEW,
                MANY,
                compiled.sum(),
                count + FOUND.length - compiled.sum(),
                codes.size());
    }
}
