// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * The audit policy that every Kubernetes pack brings. The first rule that fits a request decides.
 *
 * @param apiVersion the version of its format
 * @param kind the kind of the document
 * @param rules the rules in order
 * @param source the upstream repository, tag and path
 */
public record AuditPolicy(String apiVersion, String kind, List<AuditRule> rules, String source) {
    /** Copies the rules. */
    public AuditPolicy {
        rules = List.copyOf(rules);
    }

    static AuditPolicy read(JsonRecord file) {
        AuditPolicy policy = new AuditPolicy(
                file.text("apiVersion"), file.text("kind"), file.objects("rules", AuditRule::read), file.source());
        file.end();
        return policy;
    }
}
