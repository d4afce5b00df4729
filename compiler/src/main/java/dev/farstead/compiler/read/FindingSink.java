// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one source up to one more than the limit, so that hostile input cannot fill the memory. */
final class FindingSink {
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();

    FindingSink(int limit) {
        this.limit = limit;
    }

    void add(Finding finding) {
        if (findings.size() <= limit) {
            findings.add(finding);
        }
    }

    List<Finding> findings() {
        return findings;
    }
}
