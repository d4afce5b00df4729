// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.read.ReadResult;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Documents to test with. */
public final class Documents {
    private Documents() {}

    /** Reads the only document of a text. */
    public static SourceDocument of(String yaml) {
        List<SourceDocument> documents = read("site.yaml", yaml);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    /** Reads a file beside this class. */
    public static List<SourceDocument> file(String name) {
        return read(name, text(name));
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceDocument> read(String name, String yaml) {
        ReadResult result =
                SourceReader.read(new SourceText(name, yaml.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
        assertThat(result.findings()).isEmpty();
        return result.documents();
    }
}
