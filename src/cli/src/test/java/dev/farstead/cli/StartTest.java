// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.cli.out.Processes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a start does not load: each of these once took a tenth of its time or more. */
class StartTest {
    /** Jackson's mapper loads its formats of dates, and these all locales that Java knows. */
    private static final List<String> DEAR =
            List.of("com.fasterxml.jackson.databind.ObjectMapper", "java.text.SimpleDateFormat");

    /** What the runtime makes for a form of joining texts, or of comparing records, when it is first met. */
    private static final String FORM = "java.lang.invoke.LambdaForm$MH/";

    @Test
    void aCheckLoadsNothingDear() throws Exception {
        List<String> loaded = loaded("check", Path.of("../examples/retail").toString());

        assertThat(loaded).contains("dev.farstead.Farstead").doesNotContainAnyElementsOf(DEAR);
        assertThat(loaded.stream().filter(name -> name.startsWith(FORM))).hasSizeLessThan(80);
    }

    private static List<String> loaded(String... arguments) throws Exception {
        ProcessBuilder start = new ProcessBuilder(Processes.command("dev.farstead.cli.Main", arguments));
        start.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load:stdout:none");
        Process process = start.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
