// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.AuditPolicy;
import dev.farstead.schemas.AuditRule;
import java.util.List;

/** The audit policy of the API server. */
final class AuditPolicyFile {
    private AuditPolicyFile() {}

    static OutputEmbedded of(AuditPolicy policy) {
        OutputMap tree = tree(policy);
        return new OutputEmbedded(tree, tree.origin());
    }

    static OutputMap tree(AuditPolicy policy) {
        Origin from = new Origin.Fact("audit policy of the packs", policy.source());
        return OutputMap.builder(from)
                .put("apiVersion", new OutputText(policy.apiVersion(), from))
                .put("kind", new OutputText(policy.kind(), from))
                .put(
                        "rules",
                        new OutputList(
                                policy.rules().stream()
                                        .map(AuditPolicyFile::rule)
                                        .toList(),
                                from))
                .build();
    }

    private static OutputNode rule(AuditRule rule) {
        Origin from = new Origin.Fact("rule of the audit policy", rule.source());
        OutputMap.Builder map = OutputMap.builder(from).put("level", new OutputText(rule.level(), from));
        put(map, "users", rule.users(), from);
        put(map, "userGroups", rule.userGroups(), from);
        put(map, "verbs", rule.verbs(), from);
        put(map, "namespaces", rule.namespaces(), from);
        if (!rule.resources().isEmpty()) {
            List<OutputNode> resources = rule.resources().stream()
                    .<OutputNode>map(group -> {
                        OutputMap.Builder entry =
                                OutputMap.builder(from).put("group", new OutputText(group.group(), from));
                        put(entry, "resources", group.names(), from);
                        return entry.build();
                    })
                    .toList();
            map.put("resources", new OutputList(resources, from));
        }
        put(map, "nonResourceURLs", rule.nonResourceUrls(), from);
        put(map, "omitStages", rule.omitStages(), from);
        return map.build();
    }

    private static void put(OutputMap.Builder map, String key, List<String> texts, Origin from) {
        if (!texts.isEmpty()) {
            List<OutputNode> items = texts.stream()
                    .<OutputNode>map(text -> new OutputText(text, from))
                    .toList();
            map.put(key, new OutputList(items, from));
        }
    }
}
