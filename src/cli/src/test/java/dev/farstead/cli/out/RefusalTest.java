// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.contents;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
    @TempDir
    Path temporary;

    /** What is refused is refused in these words, and what was there is there still. */
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void isToldAndLosesNothing(Refusal refusal) throws Exception {
        Path folder = refusal.folder(temporary);
        refusal.prepare(temporary, folder);
        Map<String, String> before = contents(temporary);

        String message = refusal.message(folder);

        assertThat(message).isEqualTo(refusal.expected());
        if (refusal.isLossless()) {
            assertThat(contents(temporary)).containsAllEntriesOf(before);
        }
    }

    @Test
    void thePageSaysWhatIsRefused() throws IOException {
        String rows = Arrays.stream(Refusal.values()).map(WritingPage::row).collect(Collectors.joining());

        assertThat(Files.readString(WritingPage.PLACE))
                .as("run WritingTrialTest as the page says")
                .endsWith("|---|---|\n" + rows);
    }
}
