// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Fix;
import dev.farstead.schemas.AdmissionPlugin;
import dev.farstead.schemas.Presence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about admission plug-ins in arguments that are passed on. */
final class AdmissionRules {
    private static final String ENABLE = "enable-admission-plugins";
    private static final String DISABLE = "disable-admission-plugins";
    private static final String NODE_RESTRICTION = "NodeRestriction";
    private static final String SOURCE =
            "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 pkg/kubeapiserver/options/plugins.go";

    private AdmissionRules() {}

    /**
     * A plug-in that an argument names.
     *
     * @param argument the argument
     * @param name name of the plug-in
     */
    record Plugin(PassedArgument argument, String name) {
        boolean present() {
            return argument.catalogue()
                    .admissionPlugins()
                    .plugin(name)
                    .filter(plugin -> plugin.in(argument.version()).isPresent())
                    .isPresent();
        }
    }

    static final Rule<ProfileContext, Plugin> UNKNOWN = Rule.profile("DIST-133")
            .title("an admission plug-in is named that this release of Kubernetes does not have")
            .why("""
                    kube-apiserver ends when it is told of an admission plug-in that it does not have. PodSecurityPolicy left with \
                    1.25; Pod Security took its place.""")
            .evidence(SOURCE, "C-30")
            .good("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: "
                    + "[enable-admission-plugins+=DefaultTolerationSeconds]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: "
                    + "[enable-admission-plugins+=PodSecurityPolicy]}}}}")
            .subjects(context -> plugins(PassedArgument.ofProfile(context)))
            .broken(plugin -> !plugin.present(), (plugin, finding) -> {
                PassedArgument argument = plugin.argument();
                finding.at(argument.place())
                        .message(argument.of() + " has no admission plug-in `" + plugin.name() + "`")
                        .effect(argument.in().with("kube-apiserver ends when it starts"));
                Optional<AdmissionPlugin> fact =
                        argument.catalogue().admissionPlugins().plugin(plugin.name());
                fact.map(known -> known.in(argument.version())).ifPresent(presence -> {
                    if (presence instanceof Presence.NotYet later) {
                        finding.label("there since " + later.since());
                    } else if (presence instanceof Presence.Gone gone) {
                        finding.label("there until " + gone.until());
                    }
                });
                if (fact.isEmpty()) {
                    Spelling.nearest(
                                    plugin.name(),
                                    argument.catalogue().admissionPlugins().names(argument.version()),
                                    3)
                            .forEach(near -> finding.addFixes(Fix.advice("write `" + near + "`")));
                }
                finding.addFixes(Fix.advice("leave the plug-in out"));
            });

    static final Rule<ProfileContext, PassedArgument> NODE_RESTRICTED = Rule.profile("DIST-134")
            .title("the list of admission plug-ins leaves NodeRestriction out")
            .why("""
                    An argument that is passed on takes the place of the distribution's own, which turns NodeRestriction on. Without it each \
                    kubelet may change the objects of every other node, so one stolen box is the whole cluster.""")
            .evidence(
                    "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/daemons/control/server.go; github.com/kubernetes/kubernetes v1.28.14 "
                            + "cmd/kubeadm/app/phases/controlplane/manifests.go",
                    "C-30")
            .good("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: "
                    + "[enable-admission-plugins+=DefaultTolerationSeconds]}}}}")
            .bad("profile: {spec: {kubernetes: {hardening: none, config: {kube-apiserver-arg: "
                    + "[enable-admission-plugins=DefaultTolerationSeconds]}}}}")
            .subjects(context -> lists(PassedArgument.ofProfile(context)))
            .broken(AdmissionRules::dropsNodeRestriction, (argument, finding) -> {
                finding.at(argument.place())
                        .message("`" + argument.name() + "` turns NodeRestriction off")
                        .label("this takes the place of the list that has it")
                        .effect("a kubelet may change the objects of other nodes");
                if (argument.name().equals(ENABLE)) {
                    finding.addFixes(argument.kept(List.of(NODE_RESTRICTION)));
                }
                finding.addFixes(Fix.advice("keep NodeRestriction among the plug-ins"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(UNKNOWN, NODE_RESTRICTED);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            UNKNOWN.over(context -> plugins(PassedArgument.ofSite(context))),
            NODE_RESTRICTED.over(context -> lists(PassedArgument.ofSite(context))));

    private static Stream<PassedArgument> lists(Stream<PassedArgument> passed) {
        return ArgumentRules.arguments(passed)
                .filter(argument -> Set.of(ENABLE, DISABLE).contains(argument.name()));
    }

    private static Stream<Plugin> plugins(Stream<PassedArgument> passed) {
        return lists(passed).flatMap(argument -> argument.members().stream().map(name -> new Plugin(argument, name)));
    }

    private static boolean dropsNodeRestriction(PassedArgument argument) {
        boolean named = argument.members().contains(NODE_RESTRICTION);
        return argument.name().equals(ENABLE) ? argument.argument().operator().isEmpty() && !named : named;
    }
}
