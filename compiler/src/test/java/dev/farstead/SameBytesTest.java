// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings and files of the same specifications, whatever the machine and however they are written. */
final class SameBytesTest {
    private static final Farstead FARSTEAD = Farstead.create();
    private static final List<Spec> SPECS = specs();

    /** What each gives on this machine, as it is. */
    private static final List<Compilation> PLAIN = SPECS.stream()
            .map(spec -> FARSTEAD.compile(Samples.input(spec.sources())))
            .toList();

    private static final List<String> HERE =
            PLAIN.stream().map(SameBytesTest::result).toList();

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    /** Specifications that compile, and some with a slip. */
    private static List<Spec> specs() {
        Random random = new Random(20261126);
        List<Spec> specs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Spec spec = Specs.of(random);
            specs.add(spec);
            specs.add(Mistake.of(spec, random));
        }
        return specs;
    }

    @AfterEach
    void restoreTheMachine() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    /** Returns all that compiling gave, in words. */
    private static String result(Compilation compilation) {
        StringBuilder result = new StringBuilder();
        compilation
                .findings()
                .forEach(finding ->
                        result.append(finding).append(finding.fingerprint()).append('\n'));
        compilation
                .outputs()
                .ifPresent(outputs -> outputs.files()
                        .forEach(file -> result.append(file.path())
                                .append(' ')
                                .append(file.digest())
                                .append(' ')
                                .append(file.lineOrigins())
                                .append('\n')
                                .append(Samples.text(file))));
        return result.toString();
    }

    private static List<String> results(Farstead farstead) {
        return SPECS.stream()
                .map(spec -> result(farstead.compile(Samples.input(spec.sources()))))
                .toList();
    }

    /** Writes all results into a file: what a machine of another kind is asked for. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), String.join("\n", HERE).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Asia/Kathmandu",
        "ar-EG-u-nu-arab, Australia/Lord_Howe",
        "th-TH-u-ca-buddhist-nu-thai, America/St_Johns",
        "hi-IN-u-nu-deva, Asia/Kolkata",
        "lt-LT, Pacific/Chatham",
        "az-AZ, Pacific/Kiritimati",
        "fa-IR-u-ca-persian-nu-arabext, Etc/GMT+12"
    })
    void inAnyLocaleAndTimeZone(String tag, String place) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        Farstead there = Farstead.create();

        assertThat(results(there)).isEqualTo(HERE);
    }

    /** The default charset is fixed when the machine starts. */
    @Test
    void onAMachineOfAnotherCharset(@TempDir Path folder) throws IOException, InterruptedException {
        String here = onAMachineOf("UTF-8", folder);

        assertThat(here).contains("index.json");
        for (String charset : List.of("US-ASCII", "UTF-16BE")) {
            assertThat(onAMachineOf(charset, folder)).as(charset).isEqualTo(here);
        }
    }

    private static String onAMachineOf(String charset, Path folder) throws IOException, InterruptedException {
        Path results = folder.resolve(charset);
        Process machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=" + charset,
                        "-cp",
                        classPath(),
                        SameBytesTest.class.getName(),
                        results.toString())
                .inheritIO()
                .start();
        assertThat(machine.waitFor()).isZero();
        return Files.readString(results);
    }

    /** The tests run on a path of modules, where there are any. */
    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Each thread takes all specifications, each from another one on, so that equal and different ones meet. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void fromAnyNumberOfThreads(int threads) throws Exception {
        Farstead shared = Farstead.create();
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int from = thread / 2;
                results.add(pool.submit(() -> {
                    start.await();
                    List<String> all = new ArrayList<>(HERE);
                    for (int i = 0; i < all.size(); i++) {
                        int index = (from + i) % all.size();
                        all.set(
                                index,
                                result(shared.compile(
                                        Samples.input(SPECS.get(index).sources()))));
                    }
                    return all;
                }));
            }
            for (Future<List<String>> result : results) {
                assertThat(result.get()).isEqualTo(HERE);
            }
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Rendering.class)
    void howeverTheDocumentsAreWritten(Rendering rendering) {
        for (int i = 0; i < SPECS.size(); i++) {
            checkSame(rendering.sources(SPECS.get(i).documents()), PLAIN.get(i));
        }
    }

    /** Returns what is said of a specification, but for where: an alias makes two places one. */
    private static List<String> said(Compilation compilation) {
        return compilation.findings().stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void withBlanksAndCommentsAnywhere() {
        for (int i = 0; i < SPECS.size(); i++) {
            List<SourceText> noisy = new ArrayList<>();
            for (SourceText source : SPECS.get(i).sources()) {
                String text = new String(source.bytes(), StandardCharsets.UTF_8)
                        .replaceAll("(?m)$", "  # x: {y")
                        .replaceAll("(?m)^", "\n      # - z\n \n");
                noisy.add(SpecText.source(source.name(), "# first\n%YAML 1.2\n---" + text + "\n...\n# last"));
            }
            checkSame(noisy, PLAIN.get(i));
        }
    }

    private static void checkSame(List<SourceText> sources, Compilation plain) {
        Compilation other = FARSTEAD.compile(Samples.input(sources));

        assertThat(said(other)).isEqualTo(said(plain));
        if (plain.outputs().isPresent()) {
            assertThat(Samples.files(other)).isEqualTo(Samples.files(plain));
        }
    }
}
