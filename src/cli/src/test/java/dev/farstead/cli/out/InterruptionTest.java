// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run ends at each of its steps in turn, in the ways in which a run can end. */
class InterruptionTest {
    @TempDir(factory = QuickFolder.class)
    Path temporary;

    @Test
    void aRunThatIsStoppedAnywhereIsMended() throws Exception {
        assertThat(Interruptions.stopped(temporary)).isGreaterThan(100);
    }

    @Test
    void aDiskThatGetsFullAnywhereLeavesTheOldOrTheNew() throws Exception {
        assertThat(Interruptions.diskFull(temporary)).isGreaterThan(40);
    }

    /** Unlike on a full disk, any step may fail, and the next one succeed. */
    @Test
    void aStepThatFailsAnywhereLeavesTheOldOrTheNew() throws Exception {
        int steps = 0;
        boolean finished = false;
        while (!finished) {
            Path folder = temporary.resolve("failed-at-" + steps);
            Fleet.lay(folder);
            finished = runs(folder, steps);

            assertThat(Fleet.assertWhole(folder)).isZero();
            write(new OutputFolder(folder, SteppedDisk.quiet()), Fleet.NEW);

            Fleet.assertNew(folder);
            steps++;
        }
    }

    private static boolean runs(Path folder, int failing) throws OutputException {
        int[] left = {failing};
        SteppedDisk disk = new SteppedDisk((name, grows) -> {
            if (left[0]-- == 0) {
                throw new FileSystemException("some/file", null, "Input/output error");
            }
        });
        try {
            write(new OutputFolder(folder, disk), Fleet.NEW);
            return left[0] >= 0;
        } catch (OutputException e) {
            assertThat(e.getCause()).isInstanceOf(IOException.class);
            return false;
        }
    }
}
