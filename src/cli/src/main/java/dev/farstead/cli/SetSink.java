// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.IndexPart;
import dev.farstead.Output;
import dev.farstead.OutputSink;
import dev.farstead.OutputUnit;
import dev.farstead.cli.out.FileToWrite;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.out.SetWriter;
import dev.farstead.cli.out.WriteReport;
import dev.farstead.cli.print.Tally;
import dev.farstead.cli.print.Written;
import dev.farstead.cli.why.OriginMap;
import dev.farstead.model.finding.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes an output set, the origins of its lines, or both, while it is made; nothing is touched before all sites are without errors. For one thread. */
final class SetSink implements OutputSink<OutputException>, AutoCloseable {
    private final Optional<Path> out;
    private final Optional<Path> originsFile;
    private final Consumer<List<Finding>> findings;
    private final Tally tally = new Tally();
    private @Nullable SetWriter writer;
    private @Nullable OutputStream index;
    private @Nullable OriginMap origins;

    /**
     * Prepares to write.
     *
     * @param out the folder or archive for the set
     * @param origins the file for the origins
     * @param findings gets the findings before anything is written
     */
    SetSink(Optional<Path> out, Optional<Path> origins, Consumer<List<Finding>> findings) {
        this.out = out;
        this.originsFile = origins;
        this.findings = findings;
    }

    @Override
    public void begin(List<Finding> found) throws OutputException {
        findings.accept(found);
        if (out.isPresent()) {
            writer = SetWriter.to(out.get());
        }
        if (originsFile.isPresent()) {
            origins = OriginMap.open(originsFile.get());
        }
    }

    @Override
    public void unit(OutputUnit unit) throws OutputException {
        if (writer != null) {
            writer.unit(
                    unit.path(),
                    unit.files().stream()
                            .map(file -> new FileToWrite(file.path(), file.bytes(), file.mode()))
                            .toList());
            tally.add(unit);
        }
        if (origins != null) {
            for (Output file : unit.files()) {
                origins.add(file);
            }
        }
    }

    @Override
    public void index(IndexPart part) throws OutputException {
        if (origins != null) {
            origins.add(part);
        }
        if (writer == null) {
            return;
        }
        if (index == null) {
            index = writer.index();
        }
        byte[] bytes = part.bytes();
        try {
            index.write(bytes);
        } catch (IOException e) {
            throw OutputException.of(out.orElseThrow(), e);
        }
        tally.addIndex(bytes.length);
    }

    /** Ends the run; empty where no set was written. */
    Optional<Written> finish() throws OutputException {
        if (origins != null) {
            origins.finish();
        }
        if (writer == null || index == null) {
            return Optional.empty();
        }
        try {
            index.close();
        } catch (IOException e) {
            throw OutputException.of(out.orElseThrow(), e);
        }
        WriteReport report = writer.finish();
        return Optional.of(new Written(out.orElseThrow().toString(), tally, report));
    }

    @Override
    public void close() {
        if (origins != null) {
            origins.close();
        }
        if (writer != null) {
            writer.close();
        }
    }
}
