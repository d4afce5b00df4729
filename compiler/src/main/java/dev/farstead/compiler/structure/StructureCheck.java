// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.networknt.schema.Error;
import dev.farstead.compiler.read.SourceDocument;
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
 * Checks keys and types of a document against the structure schema of its kind. Thread-safe. The first call in a process loads the
 * validator, which takes most of a cold start.
 */
public final class StructureCheck {
    private static final Comparator<Finding> BY_POSITION = Comparator.<Finding>comparingInt(
                    finding -> finding.range().orElseThrow().start().offset())
            .thenComparing(Finding::code);

    private StructureCheck() {}

    /**
     * Checks a document.
     *
     * @param document the document
     * @return what is wrong, by position and code; empty for a document that can be bound
     */
    public static List<Finding> check(SourceDocument document) {
        Node root = Node.root(document);
        if (!(document.root() instanceof SourceMapping)) {
            return List.of(Findings.noMap(root));
        }
        Optional<Finding> foreign = Findings.foreignVersion(root);
        if (foreign.isPresent()) {
            return List.of(foreign.get());
        }
        Optional<Kind> kind = kind(root);
        if (kind.isEmpty()) {
            return List.of(Findings.noKind(root));
        }
        List<Fault> faults = new ArrayList<>();
        for (Error error : Validators.validate(kind.get(), JsonTree.of(document.root()))) {
            faults.add(Fault.of(error, root));
        }
        List<Finding> findings = new ArrayList<>(new Translation(kind.get()).translate(faults));
        addNumbers(root, findings);
        findings.sort(BY_POSITION);
        return List.copyOf(findings);
    }

    /** A misspelt kind, or one under a misspelt key, still says by which schema the rest is to be read. */
    private static Optional<Kind> kind(Node root) {
        return root.entry(Findings.KIND)
                .or(() -> root.entries().stream()
                        .filter(entry -> Findings.couldBeKind(entry.name()))
                        .findFirst())
                .flatMap(Findings::text)
                .flatMap(text -> Kind.of(text).or(() -> Findings.nearestKind(text)));
    }

    private static void addNumbers(Node root, List<Finding> findings) {
        Set<String> found = new HashSet<>();
        findings.forEach(finding -> found.add(finding.path()));
        List<Finding> numbers = new ArrayList<>();
        collectNumbers(root, numbers);
        numbers.removeIf(number -> found.contains(number.path()));
        findings.addAll(numbers);
    }

    private static void collectNumbers(Node node, List<Finding> numbers) {
        if (node.value() instanceof SourceScalar scalar) {
            boolean number = switch (scalar.type()) {
                case INTEGER, FLOAT -> true;
                case TEXT, BOOLEAN, NULL -> false;
            };
            if (number && NumberText.parse(scalar.text()).isEmpty()) {
                numbers.add(Findings.number(node, scalar.text()));
            }
        }
        node.entries().forEach(entry -> collectNumbers(entry, numbers));
        node.items().forEach(item -> collectNumbers(item, numbers));
    }
}
