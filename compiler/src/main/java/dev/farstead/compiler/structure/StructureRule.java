// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.util.List;

/**
 * What can be wrong with the keys and types of a document: code, reason and examples of each, in one place. Every one
 * is an error, since a value that can't be read would have no effect.
 */
public enum StructureRule {
    /** The root of a document is no map. */
    NO_MAP(
            "SPEC-001",
            "document that is no map",
            "A specification is a map with the keys `apiVersion`, `kind`, `metadata` and `spec`; nothing else can be read as one.",
            "- lan: 10.20.4.0/24\n",
            Examples.site("")),
    /** The version of the language is another one. */
    API_VERSION(
            "SPEC-002",
            "unknown API version",
            "The API version says by which rules a document is read; by others it could mean something else.",
            Examples.site("").replace("farstead/v1alpha1", "farstead/v2"),
            Examples.site("")),
    /** The kind is none of ours. */
    KIND(
            "SPEC-003",
            "unknown kind",
            "The kind says which keys a document has.",
            Examples.site("").replace("kind: Site", "kind: Place"),
            Examples.site("")),
    /** A key that does not exist here. */
    UNKNOWN_KEY(
            "SPEC-004",
            "unknown key",
            "Nothing reads the key, so what stands there would silently have no effect.",
            Examples.site("  network: {lann: 10.20.4.0/24}\n"),
            Examples.site("  network: {lan: 10.20.4.0/24}\n")),
    /** A key that exists in another place only. */
    MISPLACED_KEY(
            "SPEC-005",
            "key in the wrong place",
            "The key exists, but nothing reads it in this place.",
            Examples.site("  lan: 10.20.4.0/24\n"),
            Examples.site("  network: {lan: 10.20.4.0/24}\n")),
    /** A key that must be given is not. */
    MISSING_KEY(
            "SPEC-006",
            "missing key",
            "The value is needed and there is none that would be right everywhere.",
            Examples.site("  hosts: [{role: worker}]\n"),
            Examples.site("  hosts: [{name: a, role: worker}]\n")),
    /** A value of another type. */
    TYPE(
            "SPEC-007",
            "wrong type",
            "A value of another type could only be read by guessing: a plain `1.30` is a number, and as text could become `1.3`.",
            Examples.site("  users: [{name: 7}]\n"),
            Examples.site("  users: [{name: \"ops7\"}]\n")),
    /** A key or item without a value. */
    NO_VALUE(
            "SPEC-008",
            "no value",
            "An empty value could mean a default, nothing or a forgotten line; to leave a key out says the first.",
            Examples.site("  network: {lan: }\n"),
            Examples.site("  network: {lan: 10.20.4.0/24}\n")),
    /** A value outside its fixed set. */
    NOT_ONE_OF(
            "SPEC-009",
            "unknown value",
            "The value comes from a fixed set, and nothing acts on another.",
            Examples.site("  hosts: [{name: a, role: master}]\n"),
            Examples.site("  hosts: [{name: a, role: control-plane}]\n")),
    /** A text, or a key that the author chooses, of another form. */
    FORM(
            "SPEC-010",
            "text of the wrong form",
            "What takes the text would refuse it or read it as something else.",
            Examples.site("  registration: {project: \"edge \"}\n"),
            Examples.site("  registration: {project: edge}\n")),
    /** A number that is too small or too large. */
    OUT_OF_RANGE(
            "SPEC-011",
            "number out of range",
            "There is nothing with that number, or no machine with that many.",
            Examples.site("  network: {gateway: {hostNumber: 0}}\n"),
            Examples.site("  network: {gateway: {hostNumber: 1}}\n")),
    /** A list or map that needs something in it. */
    EMPTY(
            "SPEC-012",
            "empty list or map",
            "At least one is needed for a site to work.",
            Examples.site("  network: {nameservers: []}\n"),
            Examples.site("  network: {nameservers: [10.20.4.1]}\n")),
    /** An item that its list has already. */
    TWICE(
            "SPEC-013",
            "item given twice",
            "The second would have no effect, and is often a slip for another value.",
            Examples.site("  users: [{name: ops, groups: [sudo, sudo]}]\n"),
            Examples.site("  users: [{name: ops, groups: [sudo, docker]}]\n")),
    /** A choice without a way, or with more than one. */
    CHOICE(
            "SPEC-014",
            "not exactly one way to give a value",
            "Of two ways to give one value only one could have an effect.",
            Examples.site("  hosts: [{name: a, interfaces: {eno1: {hostNumber: 11, address: 10.20.4.40/24}}}]\n"),
            Examples.site("  hosts: [{name: a, interfaces: {eno1: {hostNumber: 11}}}]\n")),
    /** A value or key of the language that has no effect yet. */
    NOT_YET(
            "SPEC-015",
            "not supported yet",
            "The language has a name for it, but this release does not act on it; to accept it would be to drop it.",
            Examples.site("  network: {lan: 10.20.4.0/24, overlay: 100.64.192.0/24}\n"),
            Examples.site("  network: {lan: 10.20.4.0/24}\n")),
    /** A number that programs read as infinity or zero. */
    NUMBER(
            "SPEC-016",
            "number beyond what programs hold",
            "Programs hold such a number in 64 bits and would read infinity, zero or nothing.",
            Examples.site("  kubernetes: {config: {etcd-snapshot-retention: .inf}}\n"),
            Examples.site("  kubernetes: {config: {etcd-snapshot-retention: 12}}\n")),
    /** A secret that stands in the specification itself. */
    OPEN_SECRET(
            "SPEC-017",
            "secret in the open",
            "A specification is read by many and kept for long. It names a secret, and the caller hands the secret in.",
            Examples.site("  registration: {token: not-a-real-token}\n"),
            Examples.site("  registration: {token: {secretRef: registration-token}}\n"));

    private final Explanation explanation;

    StructureRule(String code, String title, String why, String badExample, String goodExample) {
        this.explanation =
                new Explanation(code, Severity.ERROR, title, why, List.of(), "", false, goodExample, badExample);
    }

    /**
     * Returns what stands behind the code. Its bad example is a document in which it alone is found, once.
     *
     * @return the page of the rule
     */
    public Explanation explanation() {
        return explanation;
    }

    Finding.Builder finding(String message) {
        Finding.Builder finding = Finding.builder();
        finding.code(explanation.code()).severity(explanation.severity()).message(message);
        return finding;
    }

    /** Stands apart because an enum's constants can't use its own constants. */
    private static final class Examples {
        private static final String HEAD = """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: store-0412}
                spec:
                  profile: retail-k3s
                """;

        static String site(String rest) {
            return HEAD + rest;
        }
    }
}
