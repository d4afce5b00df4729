// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.secret.Concealment;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.Presence;
import dev.farstead.schemas.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about arguments of Kubernetes components that are passed on. */
final class ArgumentRules {
    private static final String COMPONENTS =
            "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 cmd/*/app";
    private static final String K3S_ARGUMENTS =
            "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/daemons/config/types.go, GetArgs";

    private static final String ETCD_FILE =
            "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/daemons/executor/executor.go, ToConfigFile; "
                    + "github.com/etcd-io/etcd v3.5.9 server/embed/config.go";

    /** A longer list helps nobody who reads a finding. */
    private static final int MOST_NAMED = 30;

    /** How arguments are named; what looks otherwise is written in another form than is due. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private ArgumentRules() {}

    /**
     * An argument and the one of the same name before it in its list.
     *
     * @param argument the argument
     * @param first the one before it, if there is one
     */
    record Repeated(PassedArgument argument, Optional<PassedArgument> first) {
        static Stream<Repeated> of(PassedConfig in) {
            Map<String, PassedArgument> seen = new HashMap<>();
            return PassedArgument.of(in)
                    .filter(argument -> argument.usable().isPresent() && !argument.addsUp())
                    .map(argument -> new Repeated(
                            argument,
                            Optional.ofNullable(seen.putIfAbsent(argument.list() + " " + argument.name(), argument))));
        }
    }

    static final Rule<ProfileContext, PassedArgument> UNKNOWN = Rule.profile("DIST-120")
            .title("an argument is passed on that no release of its component has")
            .why("""
                    A Kubernetes component ends when it is given an argument that it does not know. All components of K3s run in \
                    one process, so K3s ends with it; in RKE2 and with kubeadm the component is started over and over. The arguments of \
                    etcd K3s and RKE2 write into its configuration file, where etcd skips a key that it does not know.""")
            .evidence(COMPONENTS + "; " + ETCD_FILE, "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [max-pods=64]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [max-pod=64]}}}}")
            .subjects(context -> passable(PassedArgument.ofProfile(context)))
            .broken(argument -> argument.fact().isEmpty(), (argument, finding) -> {
                Argument given = argument.argument();
                finding.at(argument.place())
                        .message(argument.of() + " has no argument `" + given.name() + "`")
                        .effect(argument.whenUnknown());
                List<String> near = Spelling.nearest(
                        given.name(),
                        argument.catalogue()
                                .componentArguments()
                                .names(
                                        argument.component(),
                                        argument.version(),
                                        argument.in().build()),
                        3);
                Optional<Fix> separated = argument.separated();
                if (separated.isPresent()) {
                    finding.addFixes(separated.get());
                    return;
                }
                if (Stream.concat(Stream.of(given.name()), near.stream()).anyMatch(Concealment::namesSecret)) {
                    // An edit would repeat the value.
                    finding.hidden(true);
                    near.forEach(name -> finding.addFixes(Fix.advice("write `" + name + "`")));
                } else {
                    near.forEach(name -> finding.addFixes(argument.renamed(name)));
                }
                if (!NAME.matcher(given.name()).matches()) {
                    finding.addFixes(Fix.advice(
                            argument.form() == PassedArgument.Form.ITEM
                                    ? "write an argument as `name=value`"
                                    : "write an argument as `name: \"value\"`, without dashes before it"));
                } else if (near.isEmpty()) {
                    finding.addFixes(
                            Fix.advice("leave it out: no argument of " + argument.of() + " has a name like it"));
                }
            });

    static final Rule<ProfileContext, PassedArgument> OTHER_RELEASE = Rule.profile("DIST-121")
            .title("an argument is passed on that this release of its component does not have")
            .why("""
                    Components get and lose arguments with minor releases, and end when they are given one that they do not \
                    have. All components of K3s run in one process, so K3s ends with it; in RKE2 and with kubeadm the component is \
                    started over and over.""")
            .evidence(COMPONENTS, "C-27", "C-30")
            .good("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-monitor-period=5s]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [pod-eviction-timeout=1m]}}}}")
            .subjects(context -> passable(PassedArgument.ofProfile(context))
                    .filter(argument -> argument.fact().isPresent()))
            .broken(argument -> !presence(argument).isPresent(), (argument, finding) -> {
                finding.at(argument.place())
                        .message(argument.of() + " has no argument `" + argument.name() + "`")
                        .effect(argument.whenUnknown());
                if (presence(argument) instanceof Presence.NotYet later) {
                    finding.label("there since " + later.since())
                            .addFixes(Fix.advice("leave the argument out, or choose `kubernetes.version` "
                                    + later.since() + " or newer"));
                } else if (presence(argument) instanceof Presence.Gone gone) {
                    finding.label("there until " + gone.until()).addFixes(Fix.advice("leave the argument out"));
                } else {
                    finding.label("not in the build that " + argument.in().program() + " brings")
                            .addFixes(Fix.advice("leave the argument out"));
                }
            });

    static final Rule<ProfileContext, PassedArgument> TYPE = Rule.profile("DIST-122")
            .title("the value of an argument has the wrong form")
            .why("""
                    A component ends when it can't read the value of an argument. The arguments of etcd K3s and RKE2 write into its \
                    configuration file: there a list stands in brackets, and a length of time is a whole number of nanoseconds.""")
            .evidence(COMPONENTS + "; " + ETCD_FILE, "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [node-status-update-frequency=5s]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [node-status-update-frequency=5]}}}}")
            .subjects(context -> arguments(PassedArgument.ofProfile(context)))
            .broken(
                    argument -> !fits(argument),
                    (argument, finding) -> finding.at(argument.place())
                            .message("`" + argument.name() + "` of " + argument.named() + " takes " + words(argument))
                            .effect(
                                    argument.inEtcdFile() && !argument.hasValue()
                                            ? argument.in().program() + " leaves it out without a value: nothing is set"
                                            : argument.in().with(PassedArgument.ENDS))
                            .addFixes(Fix.advice("write " + words(argument) + " as its value")));

    static final Rule<ProfileContext, PassedArgument> ALLOWED = Rule.profile("DIST-123")
            .title("the value of an argument is not one that its component knows")
            .why("A component ends when an argument that takes one of a few values has another one.")
            .evidence(COMPONENTS, "C-138")
            .good("profile: {spec: {kubernetes: {config: {kube-proxy-arg: [proxy-mode=ipvs]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-proxy-arg: [proxy-mode=nftables]}}}}")
            .subjects(context -> arguments(PassedArgument.ofProfile(context))
                    .filter(argument -> !known(argument).isEmpty()))
            .broken(argument -> !unknown(argument).isEmpty(), (argument, finding) -> {
                List<String> known = known(argument).stream()
                        .filter(value -> !value.isEmpty())
                        .toList();
                boolean few = known.size() <= MOST_NAMED;
                finding.at(argument.place())
                        .message("`" + argument.name() + "` of " + argument.of() + " does not take `"
                                + String.join("`, `", unknown(argument)) + "`")
                        .effect(argument.in().with(PassedArgument.ENDS));
                if (few) {
                    finding.addValues("allowed: " + String.join(", ", known));
                }
                if (argument.argument().operator().isEmpty()) {
                    unknown(argument)
                            .forEach(value -> Spelling.nearest(plain(argument, value), known(argument), 1)
                                    .forEach(near -> finding.addFixes(argument.revalued(
                                            replaced(argument, value, sign(argument, value) + near)))));
                }
                finding.addFixes(Fix.advice(
                        few
                                ? "choose from " + String.join(", ", known)
                                : "choose from the " + known.size() + " that `" + argument.named() + " --help` lists"));
            });

    static final Rule<ProfileContext, PassedArgument> OWNED = Rule.profile("DIST-124")
            .title("an argument is passed on that the compiler or the distribution sets")
            .why("""
                    Some arguments belong to files that are emitted together with them, others tie the components to each other. With another value the components no longer find each other, or name files that are not there.""")
            .evidence(
                    "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/daemons/control/server.go, pkg/daemons/agent/agent_linux.go; "
                            + "github.com/rancher/rke2 v1.28.9+rke2r1 pkg/podexecutor/staticpod.go; "
                            + "github.com/kubernetes/kubernetes v1.28.14 cmd/kubeadm/app/phases/controlplane/manifests.go",
                    "C-141")
            .good("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: [audit-log-maxage=60]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: [audit-log-path=/tmp/audit.log]}}}}")
            .subjects(context -> PassedArgument.ofProfile(context))
            .broken(
                    argument -> argument.owner().isPresent(),
                    (argument, finding) -> finding.at(argument.place())
                            .message("`" + argument.name() + "` of " + argument.named() + " can't be passed on")
                            .label(argument.owner().orElseThrow())
                            .effect(
                                    "the components would no longer fit together, or would name files that are not there")
                            .addFixes(Fix.advice("leave the argument out: "
                                    + argument.owner().orElseThrow())));

    static final Rule<ProfileContext, PassedArgument> APPENDED = Rule.profile("DIST-125")
            .title("an argument that takes one value is appended to")
            .why("""
                    `+=` and `-=` give a component the argument twice. Where it takes one value the last one holds, so `-=` has \
                    no effect and `+=` replaces what it seems to add to.""")
            .evidence(K3S_ARGUMENTS, "C-138")
            .good("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: [feature-gates+=AllAlpha=false]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: [audit-log-maxage+=60]}}}}")
            .subjects(context -> arguments(PassedArgument.ofProfile(context))
                    .filter(argument -> !argument.argument().operator().isEmpty()))
            .broken(
                    argument -> !argument.addsUp(),
                    (argument, finding) -> finding.at(argument.place())
                            .message("`" + argument.name() + "` takes one value, so nothing can be added to it")
                            .effect("one of the two values has no effect")
                            .addFixes(argument.revalued(argument.argument().value())));

    static final Rule<ProfileContext, Repeated> REPEATED = Rule.profile("DIST-126")
            .title("an argument that takes one value stands twice in one list")
            .why("Where a component takes one value, the last one holds: the first has no effect.")
            .evidence(K3S_ARGUMENTS, "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [max-pods=64]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [max-pods=64, max-pods=110]}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Repeated::of))
            .broken(repeated -> repeated.first().isPresent(), (repeated, finding) -> {
                PassedArgument argument = repeated.argument();
                finding.at(argument.place())
                        .message("`" + argument.name() + "` stands twice in this list")
                        .effect("the first value has no effect")
                        .addFixes(Fix.advice("take one of the two out"));
                repeated.first()
                        .ifPresent(first ->
                                finding.addRelated(new Related(first.place().value(), "it stands here first")));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE =
            List.of(UNKNOWN, OTHER_RELEASE, TYPE, ALLOWED, OWNED, APPENDED, REPEATED);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            UNKNOWN.over(context -> passable(PassedArgument.ofSite(context))),
            OTHER_RELEASE.over(context -> passable(PassedArgument.ofSite(context))
                    .filter(argument -> argument.fact().isPresent())),
            TYPE.over(context -> arguments(PassedArgument.ofSite(context))),
            ALLOWED.over(context -> arguments(PassedArgument.ofSite(context))
                    .filter(argument -> !known(argument).isEmpty())),
            OWNED.over(context -> PassedArgument.ofSite(context)),
            APPENDED.over(context -> arguments(PassedArgument.ofSite(context))
                    .filter(argument -> !argument.argument().operator().isEmpty())),
            REPEATED.over(context -> PassedConfig.ofSite(context).flatMap(Repeated::of)));

    /** What the distribution sets itself has a rule of its own. */
    private static Stream<PassedArgument> passable(Stream<PassedArgument> passed) {
        return passed.filter(argument -> argument.owner().isEmpty());
    }

    /** Returns the arguments that the release has and a specification may set. */
    static Stream<PassedArgument> arguments(Stream<PassedArgument> passed) {
        return passed.filter(argument -> argument.usable().isPresent());
    }

    private static Presence presence(PassedArgument argument) {
        return argument.fact()
                .orElseThrow()
                .in(argument.version(), argument.in().build());
    }

    private static boolean fits(PassedArgument argument) {
        String value = argument.argument().value();
        return argument.inEtcdFile()
                ? argument.hasValue() && EtcdFile.fits(type(argument), value)
                : GoValues.fits(type(argument), value) && (argument.hasValue() || type(argument) == ValueType.BOOLEAN);
    }

    private static String words(PassedArgument argument) {
        return argument.inEtcdFile() ? EtcdFile.words(type(argument)) : GoValues.words(type(argument));
    }

    private static ValueType type(PassedArgument argument) {
        return argument.usable().map(ComponentArgument::type).orElse(ValueType.TEXT);
    }

    /** What a pair may be named is another rule. */
    private static List<String> known(PassedArgument argument) {
        return argument.usable()
                .filter(fact -> fact.type() != ValueType.MAP)
                .map(fact -> fact.values(argument.version()))
                .orElse(List.of());
    }

    private static List<String> unknown(PassedArgument argument) {
        List<String> given = argument.isList()
                ? argument.members()
                : List.of(argument.argument().value());
        boolean negatable =
                argument.usable().filter(ComponentArgument::negatable).isPresent();
        return given.stream()
                .filter(value ->
                        !known(argument).contains(negatable && value.startsWith("-") ? value.substring(1) : value))
                .toList();
    }

    /** Returns the dash that leaves a value out. */
    private static String sign(PassedArgument argument, String value) {
        boolean negated = value.startsWith("-")
                && argument.usable().filter(ComponentArgument::negatable).isPresent();
        return negated ? "-" : "";
    }

    private static String plain(PassedArgument argument, String value) {
        return value.substring(sign(argument, value).length());
    }

    private static String replaced(PassedArgument argument, String value, String other) {
        return argument.isList()
                ? argument.joined(argument.members().stream()
                        .map(member -> member.equals(value) ? other : member)
                        .toList())
                : other;
    }
}
