// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed a few times; {@link WritingTrialTest} does it hundreds of times. */
class KillTest {
    @TempDir(factory = QuickFolder.class)
    Path temporary;

    @Test
    void aProcessThatIsKilledLeavesTheOldOrTheNewAndTheNextRunMendsIt() throws Exception {
        Kills kills = new Kills(Interruptions.steps(temporary.resolve("whole")), 1);
        for (int i = 0; i < 15; i++) {
            kills.kill(temporary.resolve("killed-" + i));
        }
        assertThat(kills.perStep()).hasSizeGreaterThan(2);
    }

    @Test
    void theCommandThatIsKilledLeavesTheOldOrTheNewAndTheNextRunMendsIt() throws Exception {
        CommandKills kills = new CommandKills(temporary, 6, 1);
        for (int i = 0; i < 2; i++) {
            kills.kill(i);
        }
        assertThat(kills.outcomes()).isNotEmpty();
    }

    @Test
    void aSecondProcessIsToldWhoWrites() throws Exception {
        Path folder = temporary.resolve("build");
        Fleet.lay(folder);
        Process first = Processes.java(KilledWriter.class, folder.toString(), "200000");
        try {
            BufferedReader told = first.inputReader();
            while (!"adding to the journal".equals(told.readLine())) {
                assertThat(first.isAlive()).isTrue();
            }

            String said = new String(
                    Processes.java(KilledWriter.class, folder.toString(), "0")
                            .getInputStream()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);

            assertThat(said).contains("another run is writing there (process " + first.pid() + ")");
        } finally {
            first.destroyForcibly().waitFor();
        }
        Fleet.assertWhole(folder);
        Sets.write(OutputFolder.at(folder), Fleet.NEW);
        Fleet.assertNew(folder);
    }
}
