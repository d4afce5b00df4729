// SPDX-License-Identifier: Apache-2.0
package dev.farstead.fuzz;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.SourceText;

/**
 * What Jazzer calls with texts that it makes by watching which branches they reach. The first byte says YAML or JSON; the rest is one
 * source. A find becomes one of the hostile documents that the tests of the compiler try.
 */
public final class CompileFuzzer {
    private static final Farstead FARSTEAD = Farstead.create();

    private CompileFuzzer() {}

    /**
     * Compiles a text.
     *
     * @param data the text, the first byte aside
     */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] text = new byte[data.length - 1];
        System.arraycopy(data, 1, text, 0, text.length);
        Compilation compilation = FARSTEAD.compile(Input.builder()
                .addSources(new SourceText((data[0] & 1) == 0 ? "a.yaml" : "a.json", text))
                .build());
        boolean errors =
                compilation.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (errors == compilation.outputs().isPresent()) {
            throw new IllegalStateException("outputs in spite of errors, or neither");
        }
    }
}
