// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.ImmutableInput;
import dev.farstead.Input;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that move change no fingerprint, in any case that expects findings. */
final class FingerprintTest {
    private static final Farstead FARSTEAD = Farstead.create();

    @Test
    void linesThatMoveChangeNoFingerprint() {
        List<String> faults = new ArrayList<>();
        int compared = 0;
        for (GoldenCase golden : GoldenCase.all(Path.of("cases"))) {
            if (Files.isRegularFile(golden.findings())) {
                List<String> before = fingerprints(golden.input());
                List<String> after = fingerprints(moved(golden.input()));
                if (!after.equals(before)) {
                    faults.add(golden.name() + ": " + before + " became " + after);
                }
                compared += before.size();
            }
        }
        assertThat(faults).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private static Input moved(Input input) {
        return ImmutableInput.copyOf(input)
                .withSources(input.sources().stream()
                        .map(source -> new SourceText(source.name(), moved(source)))
                        .toList());
    }

    private static byte[] moved(SourceText source) {
        String text = new String(source.bytes(), StandardCharsets.UTF_8);
        return ((source.name().endsWith(".json") ? "\n\n" : "# moved\n\n") + text).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> fingerprints(Input input) {
        return FARSTEAD.check(input).findings().stream()
                .map(finding -> finding.code() + " " + finding.fingerprint())
                .toList();
    }
}
