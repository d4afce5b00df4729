// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The whole trial, {@code -Dproperties=full}; {@code -Dguide=update} writes its figures into the guide, except where CI is set. */
@EnabledIfSystemProperty(named = "properties", matches = "full")
class WritingTrialTest {
    private static final int KILLS = 300;
    private static final int KILLS_OF_THE_COMMAND = 40;

    @TempDir(factory = QuickFolder.class)
    Path temporary;

    /** The real disk, for what may depend on it. */
    @TempDir
    Path onDisk;

    @Test
    void nothingIsLostAndTheNextRunMendsIt() throws Exception {
        int steps = Interruptions.stopped(folder("stopped"));
        int full = Interruptions.diskFull(folder("full"));
        Kills kills = new Kills(Interruptions.steps(temporary.resolve("whole")), 2);
        for (int i = 0; i < KILLS; i++) {
            kills.kill((i % 2 == 0 ? temporary : onDisk).resolve("killed-" + i));
        }
        CommandKills ofCommand = new CommandKills(onDisk, 30, 2);
        for (int i = 0; i < KILLS_OF_THE_COMMAND; i++) {
            ofCommand.kill(i);
        }

        String page = WritingPage.of(steps, full, kills, ofCommand, realDisks());

        assertThat(kills.perStep().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(KILLS);
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI")).as("pages are not rewritten in CI").isNull();
            Files.createDirectories(WritingPage.PLACE.resolveSibling(""));
            Files.writeString(WritingPage.PLACE, page);
        }
    }

    private String realDisks() throws Exception {
        RealDisks disks = new RealDisks(folder("disks"));
        if (!disks.isPermitted()) {
            System.err.println(
                    "not tried: file systems that are really full or read-only, since mounting is not permitted here");
            return "";
        }
        assertThat(disks.readOnly()).contains("the file system is read-only");
        return Map.of(
                        "memory (`tmpfs`), less and less room", disks.fullMemory(),
                        "memory (`tmpfs`), fewer and fewer free names", disks.fullOfNames(),
                        "an image (`ext4`), less and less room", disks.fullImage())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "| " + entry.getKey() + " | " + entry.getValue().full() + " | "
                        + entry.getValue().finished() + " |\n")
                .collect(Collectors.joining());
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(temporary.resolve(name));
    }
}
