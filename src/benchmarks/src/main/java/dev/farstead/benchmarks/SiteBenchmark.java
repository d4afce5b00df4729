// SPDX-License-Identifier: Apache-2.0
package dev.farstead.benchmarks;

import dev.farstead.Farstead;
import dev.farstead.IndexPart;
import dev.farstead.Input;
import dev.farstead.OutputSink;
import dev.farstead.OutputUnit;
import dev.farstead.model.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The whole, for one of some stores of one profile on one thread: from texts to bytes in memory and to files, each beside its floor, which
 * is SnakeYAML's events over the same texts and writing the same bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SiteBenchmark {
    private static final int STORES = 50;

    private final Farstead farstead = Farstead.create();
    private final Input input = Store.stores(STORES);
    private final Path folder = folder();
    private final Map<String, byte[]> set = set();

    private static Path folder() {
        try {
            return Files.createTempDirectory("farstead-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> set() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        farstead.compile(input, new OutputSink<RuntimeException>() {
            @Override
            public void unit(OutputUnit unit) {
                unit.files().forEach(file -> files.put(file.path(), file.bytes()));
            }

            @Override
            public void index(IndexPart part) {
                index.writeBytes(part.bytes());
            }
        });
        files.put("index.json", index.toByteArray());
        return files;
    }

    private int events() {
        int events = 0;
        for (SourceText source : input.sources()) {
            events += Floor.events(source);
        }
        return events;
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Deletes what was written. */
    @TearDown(Level.Iteration)
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * The floor in memory.
     *
     * @param blackhole takes the bytes
     * @return how many events
     */
    @Benchmark
    @OperationsPerInvocation(STORES)
    public int floorInMemory(Blackhole blackhole) {
        set.values().forEach(bytes -> blackhole.consume(bytes.clone()));
        return events();
    }

    /**
     * Compiling into memory.
     *
     * @param blackhole takes the bytes
     */
    @Benchmark
    @OperationsPerInvocation(STORES)
    public void compileInMemory(Blackhole blackhole) {
        farstead.compile(input, new OutputSink<RuntimeException>() {
            @Override
            public void unit(OutputUnit unit) {
                unit.files().forEach(file -> blackhole.consume(file.bytes()));
            }

            @Override
            public void index(IndexPart part) {
                blackhole.consume(part.bytes());
            }
        });
    }

    /**
     * The floor with files.
     *
     * @return how many events
     * @throws IOException if writing fails
     */
    @Benchmark
    @OperationsPerInvocation(STORES)
    public int floorToFiles() throws IOException {
        for (Map.Entry<String, byte[]> file : set.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        return events();
    }

    /**
     * Compiling to files.
     *
     * @throws IOException if writing fails
     */
    @Benchmark
    @OperationsPerInvocation(STORES)
    public void compileToFiles() throws IOException {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        farstead.compile(input, new OutputSink<IOException>() {
            @Override
            public void unit(OutputUnit unit) throws IOException {
                for (var file : unit.files()) {
                    write(file.path(), file.bytes());
                }
            }

            @Override
            public void index(IndexPart part) {
                index.writeBytes(part.bytes());
            }
        });
        write("index.json", index.toByteArray());
    }
}
