// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Progress.Step;
import dev.farstead.cli.print.Style;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();
    private long now;

    private ProgressLine line(boolean interactive) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                new Style(false),
                interactive);
        return new ProgressLine(console, () -> now);
    }

    @Test
    void aLongRunShowsRateAndRemainingTimeAndCleansUp() {
        ProgressLine line = line(true);
        now = SECOND;
        line.at(Step.CHECK, 900, 10_000);
        assertThat(err.toString()).as("a short run is quiet").isEmpty();
        now = 2 * SECOND;
        line.at(Step.CHECK, 2_000, 10_000);
        line.at(Step.CHECK, 2_001, 10_000);
        now = 3 * SECOND;
        line.at(Step.EMIT, 1, 10_000);
        now = 5 * SECOND;
        line.at(Step.EMIT, 1_000, 10_000);
        line.close();

        assertThat(err.toString().split("\r"))
                .containsExactly(
                        "",
                        "checked 2000 of 10000 sources, 1000/s, 8 s left",
                        "wrote 1000 of 10000 sources, 500/s, 18 s left  ",
                        " ".repeat(45));
    }

    @Test
    void theFirstSourceHasNoRateYet() {
        ProgressLine line = line(true);
        now = 2 * SECOND;
        line.at(Step.CHECK, 0, 2);

        assertThat(err.toString()).isEqualTo("\rchecked 0 of 2 sources");
    }

    @Test
    void nobodyWatchesWhatIsNoTerminal() {
        ProgressLine line = line(false);
        now = 60 * SECOND;
        line.at(Step.EMIT, 1_000, 10_000);
        line.close();

        assertThat(err.toString()).isEmpty();
    }
}
