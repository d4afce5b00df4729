// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a source text into trees. Stateless and thread-safe. */
public final class SourceReader {
    private SourceReader() {}

    /**
     * Reads every document of a source. A name that ends in {@code .json}, ignoring case, is JSON with one document;
     * any other is YAML with one or more. Bad text gives findings, never an exception.
     *
     * @param source the text in UTF-8; a byte order mark at its start is skipped and counts in no position
     * @param limits what the source may cost
     * @return the documents without errors, and at most one finding more than {@link Limits#findings()}, so that a
     *     caller who keeps that many sees that there were more
     */
    public static ReadResult read(SourceText source, Limits limits) {
        FindingSink sink = new FindingSink(limits.findings());
        List<SourceDocument> documents = new ArrayList<>();
        String text = TextDecoder.decode(source, limits, sink);
        if (text != null) {
            boolean json = isJson(source.name());
            new DocumentSplitter(source.name(), text, limits, sink, json).split(section -> {
                SourceNode root = json
                        ? new JsonReader(section, limits, sink).read()
                        : new YamlReader(section, limits, sink).read();
                if (root != null) {
                    documents.add(new SourceDocument(source.name(), root));
                }
            });
        }
        return new ReadResult(documents, sink.findings());
    }

    static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }
}
