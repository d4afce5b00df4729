// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Explanation;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.EditorSchema;
import dev.farstead.schemas.OutputSchema;
import dev.farstead.schemas.StructureSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compiles profiles and sites into the files of edge Kubernetes sites.
 *
 * <p>Bad input is a result and not an exception: see {@link Compilation#findings}. An exception means a mistake of the compiler itself, or
 * comes from what the caller hands in: sources that change, an executor that refuses, a sink that throws, an interrupt. When a call ends,
 * none of its work goes on. A null argument is refused with a {@link NullPointerException} whose message names it. Equal input gives equal
 * bytes, on any machine, in any locale and time zone. Instances are thread-safe and meant to be reused.
 */
public final class Farstead {
    private final Catalogue catalogue;

    /** With other facts than the library carries. */
    Farstead(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Returns a compiler with the facts that the library carries.
     *
     * @return a compiler
     */
    public static Farstead create() {
        return new Farstead(Catalogue.bundled());
    }

    /**
     * Compiles, and keeps the output set in memory.
     *
     * @param input what to compile
     * @return the findings and, where none is an error, the output set
     * @throws SourceChangedException if a fetched source or a secret was not the same twice
     * @throws java.util.concurrent.CancellationException if the thread was interrupted, whose flag stays set
     */
    public Compilation compile(Input input) {
        Input complete = complete(input);
        return whole(complete, new BoundSources(complete));
    }

    /** An input of the caller's own class may give null for a part, or another part later. */
    private static Input complete(Input input) {
        return ImmutableInput.copyOf(Objects.requireNonNull(input, "input"));
    }

    private Compilation whole(Input input, BoundSources sources) {
        WholeOutputs outputs = new WholeOutputs();
        Compilation compilation = new Pipeline(catalogue, input, sources).compile(outputs);
        return compilation.hasErrors()
                ? compilation
                : new Compilation(compilation.findings(), Optional.of(outputs.outputs()));
    }

    /**
     * Compiles a fleet of any size, and hands the output set over folder by folder. Where there is an error, nothing is handed over: all
     * sites are checked before the first is emitted.
     *
     * @param input what to compile; its texts are asked for again for each step
     * @param sink takes the output set
     * @param <X> what the sink may throw
     * @return the findings, without outputs
     * @throws X what the sink throws
     * @throws SourceChangedException if a fetched source or a secret was not the same twice
     * @throws java.util.concurrent.CancellationException if the thread was interrupted, whose flag stays set
     */
    public <X extends Exception> Compilation compile(Input input, OutputSink<X> sink) throws X {
        Input complete = complete(input);
        Objects.requireNonNull(sink, "sink");
        return new Pipeline(catalogue, complete, new BoundSources(complete)).compile(sink);
    }

    /**
     * Compiles one profile or one site of an input, as it would be compiled with the others: findings about others, and those that
     * take several sites, are left out.
     *
     * @param input what holds it
     * @param unit its folder in the output set, such as {@code sites/store-0412}
     * @return the findings and, where none is an error, its files; those of its profile stand before those of a site
     * @throws UnknownUnitException if the input, which can be read, holds no such profile or site; the message names the folder
     * @throws SourceChangedException if a fetched source or a secret was not the same twice
     * @throws java.util.concurrent.CancellationException if the thread was interrupted, whose flag stays set
     */
    public Compilation compile(Input input, String unit) {
        Input complete = complete(input);
        return whole(complete, BoundSources.only(complete, Objects.requireNonNull(unit, "unit")));
    }

    /**
     * Checks without emitting.
     *
     * @param input what to check
     * @return the findings that compiling would give, without outputs
     * @throws SourceChangedException if a fetched source or a secret was not the same twice
     * @throws java.util.concurrent.CancellationException if the thread was interrupted, whose flag stays set
     */
    public Compilation check(Input input) {
        Input complete = complete(input);
        return new Pipeline(catalogue, complete, new BoundSources(complete)).check();
    }

    /**
     * Explains a code.
     *
     * @param code such as {@code NET-014}, in any case
     * @return what stands behind it, or empty for a code that does not exist
     */
    public Optional<Explanation> explain(String code) {
        Objects.requireNonNull(code, "code");
        return explanations().stream()
                .filter(explanation -> explanation.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /**
     * Returns what stands behind all codes.
     *
     * @return the explanations, ordered by code
     */
    public List<Explanation> explanations() {
        return Explanations.all(catalogue);
    }

    /**
     * Returns the JSON Schemas of the source language, which say what keys and types exist, and those of what programs read of a run:
     * findings as JSON Lines, {@code index.json}, origins, and the matrix. For people see {@link #editorSchema}.
     *
     * @return the texts by identifier, such as {@code urn:farstead:schema:profile:v1alpha1}
     */
    public Map<String, String> schemas() {
        Map<String, String> texts = new LinkedHashMap<>();
        StructureSchemas.all().forEach(schema -> texts.put(schema.id(), schema.text()));
        for (OutputSchema schema : OutputSchema.values()) {
            texts.put(schema.id(), schema.text());
        }
        return texts;
    }

    /**
     * Returns the schema for editors: one JSON Schema (draft-07) for documents of every kind, so that it fits files that hold several. It takes
     * what {@link #schemas} take, but for combinations of values that exclude each other within one document, and holds titles, descriptions in Markdown and
     * snippets in the keywords of yaml-language-server. What depends on two documents only {@link #check} says.
     *
     * @return the text
     */
    public String editorSchema() {
        return EditorSchema.text().text();
    }

    /**
     * Judges combinations of axes: cluster mode, operating system, Kubernetes flavor and minor release, FIPS mode and registration, of
     * hosts with the Palette agent.
     *
     * @param asked values by axis: for one of these six which of its values are shown, for any other axis the value that it has, or several
     *     values that make it a column too; a value that is repeated counts once; {@code agent} is {@code present} where nothing is asked
     * @return the matrix
     * @throws IllegalArgumentException when there is no such axis or value; the message names those that there are
     */
    public Matrix matrix(Map<String, List<String>> asked) {
        return new Matrices(catalogue.axes()).of(Objects.requireNonNull(asked, "asked"));
    }

    /**
     * Returns the version of the compiler.
     *
     * @return the version
     */
    public static String version() {
        return Version.TEXT;
    }
}
