// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.finding.Finding;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the findings of one profile or site while it is resolved; not thread-safe. */
final class Collected {
    private final List<Finding> findings = new ArrayList<>();

    /** Returns the value of a validation, or keeps its finding. */
    <T> Optional<T> keep(Validation<Finding, T> validation) {
        if (validation.isValid()) {
            return Optional.of(validation.get());
        }
        findings.add(validation.getError());
        return Optional.empty();
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
