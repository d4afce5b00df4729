// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Ends a run at each of its steps in turn, and checks what it leaves and what the next run makes of it. */
final class Interruptions {
    private Interruptions() {}

    /** Returns how many steps a whole run has. */
    static int steps(Path folder) throws IOException, OutputException {
        Fleet.lay(folder);
        int[] steps = {0};
        write(new OutputFolder(folder, new SteppedDisk((name, grows) -> steps[0]++)), Fleet.NEW);
        return steps[0];
    }

    /**
     * Lets the process die before each step.
     *
     * @return how many steps there are
     */
    static int stopped(Path temporary) throws Exception {
        int steps = 0;
        boolean finished = false;
        while (!finished) {
            Path folder = temporary.resolve("stopped-after-" + steps);
            Fleet.lay(folder);
            finished = isFinished(folder, SteppedDisk.stoppingAfter(steps));

            Fleet.assertWhole(folder);
            WriteReport report = write(new OutputFolder(folder, SteppedDisk.quiet()), Fleet.NEW);

            Fleet.assertNew(folder);
            boolean silent = report.notices().isEmpty();
            assertThat(silent).as("stopped after %d steps", steps).isEqualTo(steps < 2 || finished);
            steps++;
        }
        return steps - 1;
    }

    private static boolean isFinished(Path folder, SteppedDisk disk) throws OutputException {
        try {
            write(new OutputFolder(folder, disk), Fleet.NEW);
            return true;
        } catch (SteppedDisk.Stopped e) {
            return false;
        }
    }

    /**
     * Lets the disk be full from each step on that needs room.
     *
     * @return how many such steps there are
     */
    static int diskFull(Path temporary) throws Exception {
        int steps = 0;
        boolean finished = false;
        while (!finished) {
            Path folder = temporary.resolve("full-after-" + steps);
            Fleet.lay(folder);
            finished = isFinishedOnFullDisk(folder, steps);

            assertThat(Fleet.assertWhole(folder)).isZero();
            write(new OutputFolder(folder, SteppedDisk.quiet()), Fleet.NEW);

            Fleet.assertNew(folder);
            steps++;
        }
        return steps - 1;
    }

    private static boolean isFinishedOnFullDisk(Path folder, int room) {
        int[] left = {room};
        SteppedDisk disk = new SteppedDisk((name, grows) -> {
            if (grows && left[0]-- <= 0) {
                throw new FileSystemException(folder.toString(), null, "No space left on device");
            }
        });
        try {
            write(new OutputFolder(folder, disk), Fleet.NEW);
            return true;
        } catch (OutputException e) {
            assertThat(e).hasMessageContaining("the disk is full").hasMessageContaining("make room");
            assertThat(Sets.leftovers(folder)).isEmpty();
            return false;
        }
    }
}
