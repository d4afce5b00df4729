// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Kills the process that writes, at random moments, and checks what it leaves and what the next run makes of it. */
final class Kills {
    private static final int DWELL_MICROS = 1000;
    private static final String BEFORE = "before the first step";
    private static final String AFTER = "after the last step";

    private final Random random;
    private final int steps;
    private final Map<String, Integer> perStep = new TreeMap<>();
    private int hidden;

    /**
     * @param steps how many steps a whole run has
     * @param seed of the moments
     */
    Kills(int steps, long seed) {
        this.steps = steps;
        this.random = new Random(seed);
    }

    /** Returns how many kills fell into which step. */
    Map<String, Integer> perStep() {
        return perStep;
    }

    /** Returns how many kills left a site under its hidden name only. */
    int hidden() {
        return hidden;
    }

    void kill(Path folder) throws IOException, InterruptedException, OutputException {
        Fleet.lay(folder);
        String step = runAndKill(folder);
        perStep.merge(step, 1, Integer::sum);

        hidden += Fleet.assertWhole(folder);
        WriteReport report = write(new OutputFolder(folder, SteppedDisk.quiet()), Fleet.NEW);

        Fleet.assertNew(folder);
        assertThat(Sets.leftovers(folder)).isEmpty();
        if (step.equals("deleting the old folder")) {
            assertThat(report.notices()).singleElement().asString().contains("was interrupted");
        }
    }

    /** Any number of steps is as likely as any other, and then any moment of the step. */
    private String runAndKill(Path folder) throws IOException, InterruptedException {
        int before = random.nextInt(steps + 2);
        Process process = Processes.java(KilledWriter.class, folder.toString(), Integer.toString(DWELL_MICROS));
        try (BufferedReader told = process.inputReader()) {
            String last = BEFORE;
            String line = "";
            for (int i = 0; i < before && line != null; i++) {
                line = told.readLine();
                last = line == null ? AFTER : line;
            }
            LockSupport.parkNanos(random.nextInt(2 * DWELL_MICROS) * 1000L);
            // Unlike the process, its handle leaves open what the process said.
            process.toHandle().destroyForcibly();
            for (line = told.readLine(); line != null; line = told.readLine()) {
                last = line;
            }
            return process.waitFor() == 0 ? AFTER : last;
        }
    }
}
