// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.farstead.HostileDocuments.HostileDocument;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Hostile documents are refused at their place or carried exactly, with work and memory that grow with their size. */
class HostileDocumentsTest {
    private static final Path PAGE = Path.of("../src/guide/hostile-input.md");
    private static final Farstead FARSTEAD = Farstead.create();
    private static final SourceText PROFILE = profile();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What may take as much stack as that on any thread, such as one of a small pool. */
    private static final long SMALL_STACK = 256 << 10;

    private static final int LONGEST_MESSAGE = 300;

    private static final int TRIES = 6;

    /** For a document four times as large: work that grows with the square would be sixteen times as much. */
    private static final int FOUR_TIMES = 4;

    private static final double MOST_GROWTH = 8;

    /** Below it, what is measured is chance. */
    private static final long LEAST_NANOS = 8_000_000;

    private static final long LEAST_BYTES = 4 << 20;

    private static SourceText profile() {
        try {
            return new SourceText("profile.yaml", Files.readAllBytes(Path.of("../src/examples/retail/profile.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<HostileDocument> documents() {
        return HostileDocuments.all().stream();
    }

    static Stream<HostileDocument> growing() {
        return documents().filter(document -> document.size() > 1);
    }

    private static Compilation compile(SourceText hostile) {
        return FARSTEAD.compile(Input.builder()
                .addSources(PROFILE, hostile)
                .namedSources((from, name) -> Optional.of(FittingValues.CERTIFICATE))
                .secrets(Samples.SECRETS)
                .build());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isRefusedAtItsPlaceOrCarriedExactlyOnASmallStack(HostileDocument document) throws InterruptedException {
        AtomicReference<Throwable> fault = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        judge(document);
                    } catch (RuntimeException | Error e) {
                        fault.set(e);
                    }
                },
                "small stack",
                SMALL_STACK);
        thread.start();
        thread.join();
        assertThat(fault.get()).isNull();
    }

    private static void judge(HostileDocument document) {
        SourceText text = document.text(document.size());
        Compilation compilation = compile(text);
        Invariants.hold(List.of(PROFILE, text), false);
        if (document.carried().isEmpty()) {
            assertThat(compilation.outputs()).isEmpty();
            assertThat(errors(compilation, text)).isNotEmpty();
        } else {
            String userData = Samples.text(compilation
                    .outputs()
                    .orElseThrow()
                    .file("sites/store-1/hosts/a/cidata/user-data")
                    .orElseThrow());
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(userData);
            assertThat(tree)
                    .extracting("stylus")
                    .extracting("site")
                    .extracting("projectName")
                    .isEqualTo(document.carried());
        }
    }

    private static List<Finding> errors(Compilation compilation, SourceText text) {
        return compilation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> finding.range()
                        .filter(range -> range.source().equals(text.name()))
                        .isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("growing")
    void costsWhatGrowsWithItsSize(HostileDocument document) {
        SourceText small = document.text(document.size());
        SourceText large = document.text(document.size() * FOUR_TIMES);
        // Of several tries the least counts: what else the machine does only adds.
        Cost one = Cost.of(small);
        Cost four = Cost.of(large);
        for (int i = 1; i < TRIES && !four.isLinearTo(one); i++) {
            one = one.least(Cost.of(small));
            four = four.least(Cost.of(large));
        }
        assertThat(four.isLinearTo(one))
                .as("%s for once, %s for four times its size", one, four)
                .isTrue();
    }

    /**
     * What a run cost its thread.
     *
     * @param nanos processor time
     * @param bytes memory that was allocated
     */
    private record Cost(long nanos, long bytes) {
        static Cost of(SourceText text) {
            long id = Thread.currentThread().getId();
            long nanos = THREADS.getCurrentThreadCpuTime();
            long bytes = THREADS.getThreadAllocatedBytes(id);
            compile(text);
            return new Cost(THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getThreadAllocatedBytes(id) - bytes);
        }

        Cost least(Cost other) {
            return new Cost(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes));
        }

        boolean isLinearTo(Cost one) {
            return nanos <= MOST_GROWTH * Math.max(one.nanos, LEAST_NANOS)
                    && bytes <= MOST_GROWTH * Math.max(one.bytes, LEAST_BYTES);
        }
    }

    @Test
    void theGuideSaysWhatHappens() throws IOException {
        String page = page();
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI")).as("pages are not rewritten in CI").isNull();
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Hostile input

                Whatever a document holds, it is refused at its place or carried into the outputs exactly, in time and memory that grow with its
                size and not faster; an exception would be a mistake of the compiler. This page is made by the test that tries it: change a rule
                and run `./mvnw -pl compiler -am test -Dguide=update`.

                ## Limits

                `Limits` bounds what a source may cost, for callers that read what others wrote; the command line takes the defaults. Each limit acts before the cost arises.

                | limit | default | bounds |
                |---|---|---|
                """);
        limits().forEach((name, row) ->
                page.append("| `").append(name).append("` | ").append(row).append(" |\n"));
        Map<String, List<HostileDocument>> groups = new LinkedHashMap<>();
        documents()
                .forEach(document -> groups.computeIfAbsent(document.group(), key -> new ArrayList<>())
                        .add(document));
        groups.forEach((group, documents) -> {
            boolean sizes = group.equals("Sizes");
            page.append("\n## ")
                    .append(group)
                    .append(
                            sizes
                                    ? "\n\nMany of these, or long ones. Each was tried at two sizes; four times the size took at most eight times the work.\n\n| input | what happens | limit |\n|---|---|---|\n"
                                    : "\n\n| input | what happens |\n|---|---|\n");
            documents.forEach(document -> page.append("| ")
                    .append(document.name())
                    .append(
                            document.source().endsWith(".json")
                                            && !document.name().contains("JSON")
                                    ? ", in JSON"
                                    : "")
                    .append(" | ")
                    .append(outcome(document))
                    .append(
                            sizes
                                    ? " | " + (document.limit().isEmpty() ? "" : "`" + document.limit() + "`") + " |\n"
                                    : " |\n"));
        });
        return page.toString();
    }

    private static Map<String, String> limits() {
        Limits limits = Limits.defaults();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("sourceBytes", String.format(Locale.ROOT, "%,d bytes | one source", limits.sourceBytes()));
        rows.put("documentBytes", String.format(Locale.ROOT, "%,d bytes | one document", limits.documentBytes()));
        rows.put("lineBytes", String.format(Locale.ROOT, "%,d bytes | one line of YAML", limits.lineBytes()));
        rows.put("depth", String.format(Locale.ROOT, "%,d levels | lists and maps in each other", limits.depth()));
        rows.put(
                "pathCharacters",
                String.format(
                        Locale.ROOT, "%,d characters | the keys around a value, together", limits.pathCharacters()));
        rows.put(
                "aliasNodes",
                String.format(Locale.ROOT, "%,d values | what the aliases of a document repeat", limits.aliasNodes()));
        rows.put("findings", String.format(Locale.ROOT, "%,d findings | what is said of one run", limits.findings()));
        return rows;
    }

    private static String outcome(HostileDocument document) {
        SourceText text = document.text(document.size());
        if (!document.carried().isEmpty()) {
            return "carried exactly";
        }
        Finding first = errors(compile(text), text).get(0);
        String message = Stream.concat(Stream.of(first.message()), first.values().stream())
                .collect(Collectors.joining("; "));
        return "error [" + first.code() + "](findings.md#" + first.code().toLowerCase(Locale.ROOT) + "): "
                + cut(message).replace("|", "\\|");
    }

    private static String cut(String message) {
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + '…' : message;
    }
}
