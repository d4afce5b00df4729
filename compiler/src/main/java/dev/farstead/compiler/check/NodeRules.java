// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.schemas.ValueForm;
import java.util.List;
import java.util.stream.Stream;

/** Rules about what a host's kubelet writes on its own node. */
final class NodeRules {
    private static final String TAINT_EFFECT = "initConfiguration.nodeRegistration.taints.effect";

    private NodeRules() {}

    /** What keeps a text from being a label that the kubelet sets; in the order in which a text is looked at. */
    enum LabelFault {
        NO_VALUE("is not of the form `key=value`"),
        KEY("has a key that no label can have"),
        VALUE("has a value that no label can have"),
        RESERVED("is a label that the kubelet may not give its own node");

        private final String words;

        LabelFault(String words) {
            this.words = words;
        }
    }

    static final Rule<ProfileContext, FormedText> LABEL = Rule.profile("DIST-160")
            .title("a node label is passed on that the kubelet does not take")
            .why("""
                    A label is `key=value`, and its key and value have few characters to choose from. Kubernetes keeps the \
                    domains `kubernetes.io` and `k8s.io` for itself, and a kubelet may set few labels of them on its own node: \
                    with `node-role.kubernetes.io/worker` it ends before the node joins.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 cmd/kubelet/app/options/options.go, "
                            + "staging/src/k8s.io/kubelet/pkg/apis/well_known_labels.go",
                    "C-138")
            .good("profile: {spec: {kubernetes: {config: {node-label: [example.com/role=worker]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {node-label: [node-role.kubernetes.io/worker=true]}}}}")
            .subjects(context -> labels(FormedText.ofProfile(context)))
            .broken(label -> faults(label).findAny().isPresent(), (label, finding) -> {
                LabelFault fault = faults(label).findFirst().orElseThrow();
                finding.at(label.place())
                        .message("`" + label.text() + "` " + fault.words)
                        .effect(
                                fault == LabelFault.NO_VALUE
                                        ? "the kubelet takes the whole text as the key of a label without a value"
                                        : label.in().with("the kubelet ends when it reads its labels"))
                        .addFixes(
                                Fix.advice(
                                        fault == LabelFault.RESERVED
                                                ? "take a domain of your own, such as `example.com/`, or set the label with kubectl "
                                                        + "when the node has joined"
                                                : "write a label such as `example.com/tier=edge`: at most 63 letters, digits, dashes, "
                                                        + "underscores and dots each for name and value, a letter or digit at both ends"));
                if (fault == LabelFault.RESERVED) {
                    finding.addValues("a kubelet may set any label of: "
                            + String.join(
                                    ", ", label.in().catalogue().nodeLabels().namespaces()));
                }
            });

    static final Rule<ProfileContext, FormedText> TAINT = Rule.profile("DIST-161")
            .title("a node taint is passed on that the kubelet does not take")
            .why("""
                    A taint is `key=value:Effect` or `key:Effect`, with one of three effects. The kubelet ends when it is given \
                    another text, and a taint with a dash behind it, which takes one away elsewhere, does not keep it from that.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 pkg/util/flag/flags.go, "
                            + "pkg/util/taints/taints.go",
                    "C-138")
            .good("profile: {spec: {kubernetes: {config: {node-taint: [\"example.com/role=till:PreferNoSchedule\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {node-taint: [\"example.com/role=till\"]}}}}")
            .subjects(context -> taints(FormedText.ofProfile(context)))
            .broken(
                    taint -> !isTaint(taint),
                    (taint, finding) -> finding.at(taint.place())
                            .message("`" + taint.text() + "` is no taint")
                            .addValues("effects: " + String.join(", ", effects(taint)))
                            .effect(taint.in().with("the kubelet ends when it reads its taints"))
                            .addFixes(
                                    Fix.advice(
                                            "write `key=value:Effect` or `key:Effect`, such as `example.com/role=till:NoSchedule`")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(LABEL, TAINT);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            LABEL.over(context -> labels(FormedText.ofSite(context))),
            TAINT.over(context -> taints(FormedText.ofSite(context))));

    /** The kubelet skips what is empty between two commas. */
    private static Stream<FormedText> labels(Stream<FormedText> texts) {
        return texts.filter(text -> text.has(ValueForm.LABELS) && !text.text().isBlank());
    }

    private static Stream<FormedText> taints(Stream<FormedText> texts) {
        return texts.filter(text -> text.has(ValueForm.TAINTS));
    }

    private static boolean isTaint(FormedText taint) {
        String[] parts = taint.text().split(":", -1);
        String[] pair = parts[0].split("=", 2);
        return parts.length == 2
                && effects(taint).contains(parts[1])
                && KubernetesNames.isKey(pair[0])
                && (pair.length == 1 || KubernetesNames.isValue(pair[1]));
    }

    /** The kubelet knows those that the same taint in a field of kubeadm may have. */
    private static List<String> effects(FormedText taint) {
        return taint.in()
                .catalogue()
                .kubeadmFields()
                .field(TAINT_EFFECT)
                .orElseThrow()
                .values(taint.in().version());
    }

    private static Stream<LabelFault> faults(FormedText label) {
        int equals = label.text().indexOf('=');
        String key = label.text().substring(0, Math.max(equals, 0)).strip();
        return Stream.of(LabelFault.values()).filter(fault -> switch (fault) {
            case NO_VALUE -> equals < 0;
            case KEY -> !KubernetesNames.isKey(key);
            case VALUE ->
                !KubernetesNames.isValue(label.text().substring(equals + 1).strip());
            case RESERVED -> label.in().catalogue().nodeLabels().refusesKubelet(key);
        });
    }
}
