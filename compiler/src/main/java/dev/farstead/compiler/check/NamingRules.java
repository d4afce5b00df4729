// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the keys of labels. What their values may hold is a matter of structure. */
final class NamingRules {
    private static final String LABELS =
            "Kubernetes documentation, concepts/overview/working-with-objects/labels, syntax and character set";

    private NamingRules() {}

    /**
     * A label whose key has a prefix.
     *
     * @param key the whole key
     * @param prefix what stands before the slash
     * @param value the label's value, for its place
     */
    private record Prefixed(String key, String prefix, Sourced<String> value) {
        boolean isReserved() {
            return Stream.of("kubernetes.io", "k8s.io")
                    .anyMatch(domain -> prefix.equals(domain) || prefix.endsWith("." + domain));
        }
    }

    static final Rule<SiteContext, Prefixed> NO_DNS_NAME = Rule.site("SPEC-201")
            .title("the prefix of a label is no DNS name")
            .why(
                    "What stands before the slash of a label's key is made of DNS labels joined by dots. The API refuses another form.")
            .evidence(LABELS)
            .good("site: {metadata: {labels: {example.com/ring: \"2\"}}}")
            .bad("site: {metadata: {labels: {example..com/ring: \"2\"}}}")
            .subjects(NamingRules::prefixed)
            .broken(label -> !DnsNames.isSubdomain(label.prefix()), (label, finding) -> {
                atKey(finding, label);
                finding.message("the label prefix `" + label.prefix() + "` is no DNS name")
                        .effect("the management plane refuses the cluster request")
                        .addFixes(Fix.advice("write a name such as `example.com`, or leave the prefix out"));
            });

    static final Rule<SiteContext, Prefixed> RESERVED = Rule.site("SPEC-202")
            .warning()
            .title("a label has a prefix that is reserved for Kubernetes")
            .why(
                    "Keys below `kubernetes.io` and `k8s.io` belong to Kubernetes itself, which may give them a meaning or refuse them.")
            .evidence(LABELS)
            .good("site: {metadata: {labels: {example.com/ring: \"2\"}}}")
            .bad("site: {metadata: {labels: {topology.kubernetes.io/zone: north}}}")
            .subjects(NamingRules::prefixed)
            .broken(Prefixed::isReserved, (label, finding) -> {
                atKey(finding, label);
                finding.message("the label prefix `" + label.prefix() + "` is reserved for Kubernetes")
                        .effect("Kubernetes may give the label a meaning of its own, or refuse it")
                        .addFixes(Fix.advice("use a prefix of your own, such as `example.com`"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(NO_DNS_NAME, RESERVED);

    private static void atKey(Finding.Builder finding, Prefixed label) {
        Written.place(label.value()).ifPresent(finding::atKey);
    }

    private static Stream<Prefixed> prefixed(SiteContext context) {
        return context.site().labels().entrySet().stream()
                .filter(label -> label.getKey().indexOf('/') > 0)
                .map(label -> new Prefixed(
                        label.getKey(),
                        label.getKey().substring(0, label.getKey().indexOf('/')),
                        label.getValue()));
    }
}
