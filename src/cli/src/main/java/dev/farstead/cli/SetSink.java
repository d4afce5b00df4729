// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.IndexPart;
import dev.farstead.OutputSink;
import dev.farstead.OutputUnit;
import dev.farstead.cli.out.FileToWrite;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.out.SetWriter;
import dev.farstead.cli.out.WriteReport;
import dev.farstead.cli.print.Tally;
import dev.farstead.cli.print.Written;
import dev.farstead.model.finding.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes an output set while it is made; the target is not touched before all sites are without errors. For one thread. */
final class SetSink implements OutputSink<OutputException>, AutoCloseable {
    private final Path out;
    private final Consumer<List<Finding>> findings;
    private final Tally tally = new Tally();
    private @Nullable SetWriter writer;
    private @Nullable OutputStream index;

    /**
     * Prepares to write.
     *
     * @param out the folder or archive
     * @param findings gets the findings before anything is written
     */
    SetSink(Path out, Consumer<List<Finding>> findings) {
        this.out = out;
        this.findings = findings;
    }

    @Override
    public void begin(List<Finding> found) throws OutputException {
        findings.accept(found);
        writer = SetWriter.to(out);
    }

    @Override
    public void unit(OutputUnit unit) throws OutputException {
        writer().unit(
                        unit.path(),
                        unit.files().stream()
                                .map(file -> new FileToWrite(file.path(), file.bytes(), file.mode()))
                                .toList());
        tally.add(unit);
    }

    @Override
    public void index(IndexPart part) throws OutputException {
        if (index == null) {
            index = writer().index();
        }
        byte[] bytes = part.bytes();
        try {
            index.write(bytes);
        } catch (IOException e) {
            throw OutputException.of(out, e);
        }
        tally.addIndex(bytes.length);
    }

    /** Ends the run; empty where nothing was handed over. */
    Optional<Written> finish() throws OutputException {
        if (writer == null || index == null) {
            return Optional.empty();
        }
        try {
            index.close();
        } catch (IOException e) {
            throw OutputException.of(out, e);
        }
        WriteReport report = writer.finish();
        return Optional.of(new Written(out.toString(), tally, report));
    }

    private SetWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("a set begins before its units");
        }
        return writer;
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
