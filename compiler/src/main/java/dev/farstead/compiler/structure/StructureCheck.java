// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.networknt.schema.Error;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.model.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks keys and types of a document against the structure schema of its kind. Thread-safe. The first call in a
 * process loads the validator, which takes most of a cold start.
 */
public final class StructureCheck {
    private static final Comparator<Finding> BY_POSITION = Comparator.<Finding>comparingInt(
                    finding -> finding.range().orElseThrow().start().offset())
            .thenComparing(Finding::code);

    private StructureCheck() {}

    /**
     * Checks a document. Time and memory grow with its size and the number of findings, not with their product.
     *
     * @param document the document
     * @return what is wrong, by position and code; empty for a document that can be bound
     */
    public static List<Finding> check(SourceDocument document) {
        if (!(document.root() instanceof SourceMapping root)) {
            return List.of(RootFindings.noMap(new Nodes(document).at("")));
        }
        if (textOf(root.find(RootFindings.API_VERSION))
                .filter(RootFindings::isForeign)
                .isPresent()) {
            return List.of(RootFindings.version(new Nodes(document).at(RootFindings.API_VERSION)));
        }
        // A misspelt kind, or one under a misspelt key, still says by which schema the rest is to be read.
        Optional<Kind> kind = textOf(RootFindings.kindEntry(root))
                .flatMap(text -> Kind.of(text).or(() -> RootFindings.nearestKind(text)));
        if (kind.isEmpty()) {
            Nodes nodes = new Nodes(document);
            return List.of(
                    root.find(RootFindings.KIND).isPresent()
                            ? RootFindings.kind(nodes.at(RootFindings.KIND))
                            : RootFindings.noKind(nodes.at("")));
        }
        JsonTree tree = JsonTree.of(root);
        List<Error> errors = Validators.validate(kind.get(), tree.root());
        return errors.isEmpty() && tree.numbersFit() ? List.of() : findings(kind.get(), errors, new Nodes(document));
    }

    private static List<Finding> findings(Kind kind, List<Error> errors, Nodes nodes) {
        List<Fault> faults =
                errors.stream().map(error -> Fault.of(error, nodes)).toList();
        List<Finding> findings = new ArrayList<>(new Translation(kind, nodes).translate(faults));
        Set<String> found = new HashSet<>();
        findings.forEach(finding -> found.add(finding.path()));
        for (Node node : nodes.all()) {
            if (node.value() instanceof SourceScalar scalar
                    && !NumberText.fits(scalar)
                    && !found.contains(node.place().path())) {
                findings.add(ValueFindings.number(node, scalar.text()));
            }
        }
        findings.sort(BY_POSITION);
        return List.copyOf(findings);
    }

    private static Optional<String> textOf(Optional<SourceEntry> entry) {
        return entry.map(SourceEntry::value)
                .filter(value -> value instanceof SourceScalar scalar && scalar.type() == SourceScalar.Type.TEXT)
                .map(value -> ((SourceScalar) value).text());
    }
}
