// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compiles each case and compares what comes out with what its folder expects. {@code -Dgolden=update} writes what comes out into the
 * folders instead; read the difference before committing it.
 */
final class GoldenTest {
    private static final Path CASES = Path.of("cases");

    /** Where the conformance run finds the outputs of all cases. */
    private static final Path OUTPUTS = Path.of("target", "outputs");

    private static final boolean UPDATE =
            Update.isAsked(System.getProperty("golden", ""), System.getenv().containsKey("CI"));

    @BeforeAll
    static void forgetOutputsOfEarlierRuns() {
        Folder.clear(OUTPUTS);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseGivesWhatItsFolderExpects() {
        List<GoldenCase> cases = GoldenCase.all(CASES);
        return cases.stream()
                .map(golden ->
                        DynamicTest.dynamicTest(golden.name(), golden.folder().toUri(), () -> run(golden)));
    }

    private static void run(GoldenCase golden) {
        Outcome outcome = Outcome.of(golden);
        outcome.writeOutputs(OUTPUTS.resolve(golden.name().replace('/', '.')));
        if (UPDATE) {
            Update.write(golden, outcome);
        }
        List<String> faults = Comparison.faults(golden, outcome);
        if (!faults.isEmpty()) {
            throw new AssertionError(golden.folder() + "\n\n" + String.join("\n\n", faults) + "\n");
        }
    }

    @AfterAll
    static void sayWhatAnUpdateIs() {
        if (UPDATE) {
            System.out.println(
                    "golden: the expected files were written; read `git diff golden/cases` before you commit");
        }
    }
}
