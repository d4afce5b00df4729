// SPDX-License-Identifier: Apache-2.0
package dev.farstead.benchmarks;

import dev.farstead.compiler.bind.Binder;
import dev.farstead.compiler.check.Checker;
import dev.farstead.compiler.emit.Emitter;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.resolve.ProfileResolver;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.compiler.structure.StructureCheck;
import dev.farstead.compiler.write.OutputFileWriter;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.SourceText;
import dev.farstead.model.spec.Site;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Each pass over one store of three hosts, whose profile is resolved. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PassBenchmark {
    private final Catalogue catalogue = Catalogue.bundled();
    private final Checker checker = new Checker(catalogue, Optional.empty());
    private final SiteResolver resolver = new SiteResolver(catalogue, Store.NAMED);
    private final Emitter emitter = new Emitter(catalogue);

    private final SourceText text = Store.site();
    private final SourceDocument document = document(text);
    private final Located<Site> site = Binder.site(document);
    private final ResolvedProfile profile = new ProfileResolver(catalogue)
            .resolve(Binder.profile(document(Store.profile())))
            .value();
    private final ResolvedSite resolved = resolver.resolve(site, profile).value();
    private final List<OutputFile> emitted = emitter.emit(resolved);

    private static SourceDocument document(SourceText source) {
        return SourceReader.read(source, Limits.defaults()).documents().get(0);
    }

    /**
     * The floor of reading: SnakeYAML's events over the same text.
     *
     * @return how many
     */
    @Benchmark
    public int floorEvents() {
        return Floor.events(text);
    }

    /**
     * Text to tree.
     *
     * @return the document
     */
    @Benchmark
    public SourceDocument read() {
        return document(text);
    }

    /**
     * The structure schema.
     *
     * @return no findings
     */
    @Benchmark
    public List<Finding> structure() {
        return StructureCheck.check(document);
    }

    /**
     * Tree to specification.
     *
     * @return the site
     */
    @Benchmark
    public Located<Site> bind() {
        return Binder.site(document);
    }

    /**
     * Layers and defaults.
     *
     * @return the resolved site
     */
    @Benchmark
    public ResolvedSite resolve() {
        return resolver.resolve(site, profile).value();
    }

    /**
     * All rules.
     *
     * @return no errors
     */
    @Benchmark
    public List<Finding> check() {
        return checker.check(resolved);
    }

    /**
     * Resolved site to trees.
     *
     * @return the files
     */
    @Benchmark
    public List<OutputFile> emit() {
        return emitter.emit(resolved);
    }

    /**
     * Trees to bytes with digests.
     *
     * @param blackhole takes the files
     */
    @Benchmark
    public void write(Blackhole blackhole) {
        for (OutputFile file : emitted) {
            blackhole.consume(
                    OutputFileWriter.write(file, (of, name) -> Optional.of(Secret.of("a-secret-of-a-benchmark"))));
        }
    }
}
