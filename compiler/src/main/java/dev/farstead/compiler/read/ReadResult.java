// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Finding;
import java.util.List;

/**
 * What reading a source gives.
 *
 * @param documents the documents that read without an error, in source order, even when others of the source failed
 * @param findings what is wrong with the text, in source order
 */
public record ReadResult(List<SourceDocument> documents, List<Finding> findings) {
    /** Copies both lists. */
    public ReadResult {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
    }
}
