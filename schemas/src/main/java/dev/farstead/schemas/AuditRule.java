// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * A rule of an audit policy. An empty list restricts nothing.
 *
 * @param level how much of a request is written: {@code None}, {@code Metadata}, {@code Request} or {@code RequestResponse}
 * @param users the users
 * @param userGroups the groups
 * @param verbs the verbs
 * @param resources the resources by API group
 * @param namespaces the namespaces
 * @param nonResourceUrls the paths that are no resources
 * @param omitStages the stages that are not written
 * @param source the upstream repository, tag and path
 */
public record AuditRule(
        String level,
        List<String> users,
        List<String> userGroups,
        List<String> verbs,
        List<Resources> resources,
        List<String> namespaces,
        List<String> nonResourceUrls,
        List<String> omitStages,
        String source) {
    /** Copies the lists. */
    public AuditRule {
        users = List.copyOf(users);
        userGroups = List.copyOf(userGroups);
        verbs = List.copyOf(verbs);
        resources = List.copyOf(resources);
        namespaces = List.copyOf(namespaces);
        nonResourceUrls = List.copyOf(nonResourceUrls);
        omitStages = List.copyOf(omitStages);
    }

    static AuditRule read(JsonRecord fact) {
        return new AuditRule(
                fact.text("level"),
                fact.texts("users"),
                fact.texts("userGroups"),
                fact.texts("verbs"),
                fact.objects("resources", Resources::read),
                fact.texts("namespaces"),
                fact.texts("nonResourceURLs"),
                fact.texts("omitStages"),
                fact.source());
    }

    /**
     * Resources of one API group.
     *
     * @param group the group; empty for the core group
     * @param names the resources and their parts; empty for all
     */
    public record Resources(String group, List<String> names) {
        /** Copies the names. */
        public Resources {
            names = List.copyOf(names);
        }

        static Resources read(JsonRecord fact) {
            return new Resources(fact.text("group"), fact.texts("names"));
        }
    }
}
