// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.farstead.cli.out.Processes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where standard output takes no more. */
class StandardOutputTest {
    private static final Path RETAIL = Path.of("../examples/retail");
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check RETAIL --format json",
                "schema site",
                "explain",
                "matrix",
                "why SET/sites/store-0412/cluster.yaml:5"
            })
    void aFullDiskGivesTwoAndIsTold(String line) throws Exception {
        assumeThat(FULL).exists();
        Path set = temporary.resolve("set");
        if (line.contains("SET")) {
            assertThat(Run.of("compile", RETAIL.toString(), "--out", set.toString())
                            .code())
                    .isZero();
        }
        String[] arguments = line.replace("RETAIL", RETAIL.toString())
                .replace("SET", set.toString())
                .split(" ", -1);

        Process process = start(arguments).redirectOutput(FULL.toFile()).start();

        assertThat(said(process)).contains("farstead: can't write to standard output: No space left on device");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() throws Exception {
        Process process = start("schema", "site").start();
        process.getInputStream().close();

        assertThat(said(process)).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theFirstFailureIsTheOneThatIsTold() {
        assertThat(failure("Broken pipe")).isEqualTo("");
        assertThat(failure("No space left on device")).isEqualTo("No space left on device");
    }

    private static String failure(String reason) {
        StandardOutput out = new StandardOutput(new OutputStream() {
            private String next = reason;

            @Override
            public void write(int b) throws IOException {
                String now = next;
                next = "later";
                throw new IOException(now);
            }
        });
        assertThatThrownBy(() -> out.write('a')).hasMessage(reason);
        assertThatThrownBy(() -> out.write(new byte[] {1, 2})).hasMessage("later");
        return out.failure().orElse("");
    }

    private static ProcessBuilder start(String... arguments) {
        return new ProcessBuilder(Processes.command("dev.farstead.cli.Main", arguments));
    }

    private static String said(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
