// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fleets, which are handed over folder by folder. */
class FleetTest {
    private static final Farstead FARSTEAD = Farstead.create();

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    /** What a run handed over. */
    private static final class Taken implements OutputSink<RuntimeException> {
        private final List<OutputUnit> units = new ArrayList<>();
        private final ByteArrayOutputStream index = new ByteArrayOutputStream();
        private int indexOrigins;
        private List<Finding> findings = new ArrayList<>();

        @Override
        public void begin(List<Finding> all) {
            findings = all;
        }

        @Override
        public void unit(OutputUnit unit) {
            units.add(unit);
        }

        @Override
        public void index(IndexPart part) {
            index.writeBytes(part.bytes());
            indexOrigins += part.lineOrigins().size();
            assertThat(part.bytes()[part.bytes().length - 1]).isEqualTo((byte) '\n');
        }

        String all() {
            return units.stream()
                            .flatMap(unit -> unit.files().stream())
                            .map(file -> file.path() + '\n' + Samples.text(file))
                            .collect(Collectors.joining("\n"))
                    + index.toString(StandardCharsets.UTF_8);
        }
    }

    private static String site(int number) {
        return """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: shop-%d}
                spec: {profile: chain, network: {lan: 10.%d.%d.0/24}}
                """.formatted(number, 100 + number / 250, number % 250);
    }

    static SourceText source(int number) {
        return SpecText.source("sites/" + number + ".yaml", site(number));
    }

    private static List<SourceText> fleet(int sites) {
        return Stream.concat(
                        Stream.of(FarsteadTest.profile()),
                        IntStream.range(0, sites).mapToObj(FleetTest::source))
                .toList();
    }

    private static Taken taken(Input input) {
        Taken taken = new Taken();
        assertThat(FARSTEAD.compile(input, taken).hasErrors()).isFalse();
        return taken;
    }

    @Test
    void whatIsHandedOverIsTheOutputSet() {
        Input input = Samples.input(fleet(3));
        Taken taken = taken(input);
        OutputSet whole = FARSTEAD.compile(input).outputs().orElseThrow();

        assertThat(taken.units)
                .extracting(OutputUnit::path)
                .containsExactly("profiles/chain", "sites/shop-0", "sites/shop-1", "sites/shop-2");
        assertThat(taken.units)
                .allSatisfy(unit -> assertThat(unit.files())
                        .isNotEmpty()
                        .allMatch(file -> file.path().startsWith(unit.path() + '/')));
        Output index = whole.file("index.json").orElseThrow();
        assertThat(taken.index.toByteArray()).isEqualTo(index.bytes());
        assertThat(taken.indexOrigins).isEqualTo(index.lineOrigins().size());
        assertThat(taken.units.stream().flatMap(unit -> unit.files().stream()).map(Output::digest))
                .containsExactlyElementsOf(whole.files().stream()
                        .filter(file -> file != index)
                        .map(Output::digest)
                        .toList());
    }

    @Test
    void threadsAndSourcesThatAreNotKeptChangeNoByte() {
        // More text than is kept bound between the passes.
        List<SourceText> padded = fleet(120).stream()
                .map(source -> SpecText.source(
                        source.name(),
                        "#" + "-".repeat(5_000) + "\n" + new String(source.bytes(), StandardCharsets.UTF_8)))
                .toList();
        Input alone = Samples.input(padded);
        Input shared = ImmutableInput.builder().from(alone).executor(threads).build();

        assertThat(taken(shared).all()).isEqualTo(taken(alone).all());
    }

    @Test
    void manySitesInOneSourceAreSharedBetweenThreads() {
        String sites = IntStream.range(0, 60).mapToObj(FleetTest::site).collect(Collectors.joining("---\n"));
        Input divided = Samples.input(fleet(60));
        Input one = Samples.input(List.of(FarsteadTest.profile(), SpecText.source("all.yaml", sites)));
        Input shared = ImmutableInput.builder().from(one).executor(threads).build();

        assertThat(taken(shared).all()).isEqualTo(taken(one).all());
        assertThat(taken(shared).units)
                .extracting(OutputUnit::path)
                .containsExactlyElementsOf(
                        taken(divided).units.stream().map(OutputUnit::path).toList());
    }

    @Test
    void aProfileMayStandBehindItsSitesAndItsKindBeWrittenWithEscapes() {
        SourceText profile = FarsteadTest.profile();
        String text = new String(profile.bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("kind: Profile");
        List<SourceText> behind = new ArrayList<>(fleet(2).subList(1, 3));
        behind.add(SpecText.source("zuletzt.yaml", text.replace("kind: Profile", "kind: \"Prof\\u0069le\"")));

        assertThat(taken(Samples.input(behind)).units)
                .extracting(OutputUnit::path)
                .containsExactly("profiles/chain", "sites/shop-0", "sites/shop-1");
    }

    @Test
    void nothingIsHandedOverWhereTheLastSiteHasAnError() {
        List<SourceText> sources = new ArrayList<>(fleet(5));
        sources.add(SpecText.source("sites/6.yaml", site(3)));
        Taken taken = new Taken();

        assertThat(FARSTEAD.compile(Samples.input(sources), taken).findings())
                .extracting(Finding::code)
                .contains("SPEC-105");
        assertThat(taken.all()).isEmpty();
    }

    @Test
    void aSourceThatChangesMeanwhileEndsTheRun() {
        AtomicInteger asked = new AtomicInteger();
        // More than is kept bound, so that it is fetched again.
        String text = ("#" + "-".repeat(1_000) + "\n").repeat(300) + site(1);
        List<SourceText> sources = List.of(
                FarsteadTest.profile(),
                SourceText.fetched(
                        "moving.yaml", () -> (text + "# " + asked.getAndIncrement()).getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> FARSTEAD.compile(Samples.input(sources), new Taken()))
                .isInstanceOf(SourceChangedException.class)
                .hasMessage("moving.yaml changed while it was compiled");
    }

    @Test
    void whatASinkIsToldCannotBeChanged() {
        Taken taken = new Taken();
        FARSTEAD.compile(Samples.input(fleet(1)), taken);

        assertThatThrownBy(taken.findings::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void sitesThatShareAHostAreReadOnceMoreTogether() {
        String hosts = "hosts: [{name: %s, role: worker, class: box, interfaces: {eth0: {hostNumber: 20}}}]}";
        String meeting = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0
                        ? site(i).replace("/24}}", "/24}, " + hosts.formatted("0-a"))
                        : site(i).replace("shop-" + i, "shop-" + (i - 1) + "-0"))
                .collect(Collectors.joining("---\n"));
        AtomicInteger asked = new AtomicInteger();

        assertThat(codes(meeting, asked)).filteredOn("HOST-020"::equals).hasSize(20);
        // A look for profiles, the check, and once more for all that meet.
        assertThat(asked).hasValue(3);
    }

    @Test
    void sitesThatNameAHostTwiceAreNotReadAgain() {
        String host = "{name: c, role: worker, class: box, interfaces: {eth0: {hostNumber: %d}}}";
        String twice = IntStream.range(0, 20)
                .mapToObj(i -> site(i).replace(
                                "/24}}", "/24}, hosts: [" + host.formatted(20) + ", " + host.formatted(21) + "]}"))
                .collect(Collectors.joining("---\n"));
        AtomicInteger asked = new AtomicInteger();

        assertThat(codes(twice, asked)).filteredOn("HOST-021"::equals).hasSize(20);
        assertThat(asked).hasValue(2);
    }

    /** Returns the codes of the findings about sites in one source that is not kept bound, and counts how often it is fetched. */
    private static List<String> codes(String sites, AtomicInteger asked) {
        byte[] bytes = (("#" + "-".repeat(1_000) + "\n").repeat(300) + sites).getBytes(StandardCharsets.UTF_8);
        SourceText source = SourceText.fetched("sites.yaml", () -> {
            asked.incrementAndGet();
            return bytes;
        });
        return FARSTEAD.check(Samples.input(List.of(FarsteadTest.profile(), source))).findings().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void whatTheSinkThrowsEndsTheRun() {
        OutputSink<IOException> full = new OutputSink<>() {
            @Override
            public void unit(OutputUnit unit) throws IOException {
                throw new IOException("full at " + unit.path());
            }

            @Override
            public void index(IndexPart part) {}
        };

        assertThatThrownBy(() -> FARSTEAD.compile(Samples.input(fleet(2)), full))
                .isInstanceOf(IOException.class)
                .hasMessage("full at profiles/chain");
    }

    @Test
    void noSecretIsAskedForOnceTheRunHasEnded() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        ExecutorService one = Executors.newSingleThreadExecutor();
        Input input = ImmutableInput.builder()
                .from(Samples.input(fleet(60)))
                .secrets((site, name) -> {
                    late.addAndGet(ended.get() ? 1 : 0);
                    LockSupport.parkNanos(1_000_000);
                    return Samples.SECRETS.find(site, name);
                })
                .executor(one)
                .progress((step, done, total) -> {
                    throw new IllegalStateException("enough");
                })
                .build();
        try {
            assertThatThrownBy(() -> FARSTEAD.compile(input)).hasMessage("enough");
            ended.set(true);
        } finally {
            one.shutdown();
        }

        assertThat(one.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(late).hasValue(0);
    }

    @Test
    void whatAnExecutorRefusesEndsTheRun() {
        Input input = ImmutableInput.builder()
                .from(Samples.input(fleet(3)))
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();

        assertThatThrownBy(() -> FARSTEAD.check(input))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("full");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptEndsTheRun(boolean shared) {
        Input input = ImmutableInput.builder()
                .from(Samples.input(fleet(3)))
                .executor(shared ? threads : Runnable::run)
                .build();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> FARSTEAD.check(input)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aRunMayShareThePoolOfTheThreadThatCalls() throws Exception {
        Input alone = Samples.input(fleet(40));
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Input shared = ImmutableInput.builder().from(alone).executor(one).build();

            assertThat(one.submit(() -> taken(shared)).get(60, TimeUnit.SECONDS).all())
                    .isEqualTo(taken(alone).all());
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void aSourceOfManySitesTellsOfEach() {
        String sites = IntStream.range(0, 20).mapToObj(FleetTest::site).collect(Collectors.joining("---\n"));
        List<String> told = new ArrayList<>();
        FARSTEAD.check(ImmutableInput.builder()
                .from(Samples.input(List.of(FarsteadTest.profile(), SpecText.source("all.yaml", sites))))
                .progress((step, done, total) -> told.add(done + "/" + total))
                .build());

        assertThat(told).hasSize(22).endsWith("1/2", "2/2");
    }

    @Test
    void theRunTellsHowFarItCame() {
        List<String> told = new ArrayList<>();
        taken(ImmutableInput.builder()
                .from(Samples.input(fleet(2)))
                .progress((step, done, total) -> told.add(step + " " + done + "/" + total))
                .build());

        assertThat(told).containsExactly("CHECK 1/3", "CHECK 2/3", "CHECK 3/3", "EMIT 1/3", "EMIT 2/3", "EMIT 3/3");
    }
}
