// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.read.ReadResult;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.ImmutableLimits;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A YAML text that we wrote, read again, with the origin of each of its lines.
 *
 * @param root root of the document
 * @param originOfLine origin by line number, from 1
 */
record WrittenYaml(SourceNode root, IntFunction<Origin> originOfLine) {
    /** What we wrote ourselves follows from what was read within limits. */
    private static final Limits OURS = ImmutableLimits.builder()
            .documentBytes(Integer.MAX_VALUE)
            .lineBytes(Integer.MAX_VALUE)
            .depth(Integer.MAX_VALUE)
            .pathCharacters(Integer.MAX_VALUE)
            .build();

    static WrittenYaml of(WrittenFile file) {
        return read(file.path(), file.bytes(), line -> file.lineOrigins().get(line - 1));
    }

    /**
     * Reads the entry of one key at the root of a file alone. In what we write, the lines below such a key are those that begin with a
     * blank.
     */
    static WrittenYaml entry(WrittenFile file, String key) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        int start = text.startsWith(key + ":") ? 0 : text.indexOf('\n' + key + ':') + 1;
        int end = text.indexOf('\n', start) + 1;
        while (end < text.length() && text.charAt(end) == ' ') {
            end = text.indexOf('\n', end) + 1;
        }
        int before =
                (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return read(
                file.path(),
                text.substring(start, end).getBytes(StandardCharsets.UTF_8),
                line -> file.lineOrigins().get(before + line - 1));
    }

    private static WrittenYaml read(String name, byte[] bytes, IntFunction<Origin> originOfLine) {
        ReadResult result = SourceReader.read(new SourceText(name, bytes), OURS);
        if (!result.findings().isEmpty()) {
            throw new IllegalStateException("what was written can't be read: " + name + ": "
                    + result.findings().get(0).message());
        }
        return new WrittenYaml(result.documents().get(0).root(), originOfLine);
    }

    /** Returns a text of this document that is a document of its own; its lines follow that of its block's header. */
    WrittenYaml embedded(SourceScalar text) {
        int header = text.range().start().line();
        return read(
                text.range().source(),
                text.text().getBytes(StandardCharsets.UTF_8),
                line -> originOfLine.apply(header + line));
    }

    Origin origin(SourceNode node) {
        return originOfLine.apply(node.range().start().line());
    }

    Optional<SourceNode> find(String... keys) {
        return find(root, keys);
    }

    static Optional<SourceNode> find(SourceNode from, String... keys) {
        Optional<SourceNode> node = Optional.of(from);
        for (String key : keys) {
            node = node.filter(SourceMapping.class::isInstance)
                    .flatMap(mapping -> ((SourceMapping) mapping).find(key))
                    .map(SourceEntry::value);
        }
        return node;
    }

    static Optional<String> text(SourceNode from, String... keys) {
        return find(from, keys).filter(SourceScalar.class::isInstance).map(node -> ((SourceScalar) node).text());
    }
}
