// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.compiler.write.WrittenPart;
import dev.farstead.model.output.Delivery;
import java.util.ArrayList;
import java.util.List;

/** Keeps a whole output set in memory; used by one thread. */
final class WholeOutputs implements OutputSink<RuntimeException> {
    private final List<Output> files = new ArrayList<>();
    private final List<WrittenPart> index = new ArrayList<>();

    @Override
    public void unit(OutputUnit unit) {
        files.addAll(unit.files());
    }

    @Override
    public void index(IndexPart part) {
        index.add(part.part());
    }

    OutputSet outputs() {
        OutputFile described = new OutputFile(
                IndexPart.PATH, Delivery.PEOPLE, "who checks or unpacks the set", 0644, new OutputContent.Empty());
        List<Output> all = new ArrayList<>(files);
        all.add(new Output(WrittenFile.of(described, "application/json", index)));
        return new OutputSet(all);
    }
}
