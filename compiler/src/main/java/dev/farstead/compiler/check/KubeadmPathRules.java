// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import java.util.List;
import java.util.stream.Stream;

/** Rules about paths that are passed on to kubeadm. */
final class KubeadmPathRules {
    private static final String DATA = "clusterConfiguration.etcd.local.dataDir";
    private static final String MANIFESTS_FIELD = "kubeletConfiguration.staticPodPath";
    private static final String MANIFESTS_ARGUMENT = "pod-manifest-path";

    /** What a host holds in memory, and loses when it starts again. */
    private static final List<String> IN_MEMORY = List.of("/tmp", "/run", "/var/run", "/dev");

    private KubeadmPathRules() {}

    /**
     * A path.
     *
     * @param in the layer that writes it
     * @param name what takes it
     * @param place where it stands
     * @param text the path
     */
    record PassedPath(PassedConfig in, String name, Place place, String text) {
        static Stream<PassedPath> fields(PassedConfig in, String dotted) {
            return PassedField.of(in)
                    .filter(field -> field.dotted().equals(dotted)
                            && field.usable().isPresent()
                            && field.value().value() instanceof ConfigValue.Text)
                    .map(field -> new PassedPath(
                            in,
                            dotted,
                            field.value().place(),
                            PassedItem.text(field.value().value())));
        }

        static Stream<PassedPath> manifests(PassedConfig in) {
            return Stream.concat(
                    fields(in, MANIFESTS_FIELD),
                    PassedArgument.of(in)
                            .filter(argument -> in.isKubeadm()
                                    && argument.name().equals(MANIFESTS_ARGUMENT)
                                    && argument.usable().isPresent())
                            .map(argument -> new PassedPath(
                                    in,
                                    MANIFESTS_ARGUMENT,
                                    argument.place(),
                                    argument.argument().value())));
        }

        /** Returns the path without what changes nothing about it. */
        private String plain() {
            return text.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        }

        private String manifests() {
            return in.catalogue().kubeadmFields().manifests().path();
        }

        boolean isOfManifests() {
            return plain().equals(manifests());
        }

        boolean lasts() {
            String plain = plain();
            return plain.startsWith("/")
                    && IN_MEMORY.stream().noneMatch(base -> plain.equals(base) || plain.startsWith(base + "/"));
        }
    }

    static final Rule<ProfileContext, PassedPath> STATIC_PODS = Rule.profile("DIST-166")
            .title("the kubelet looks for the control plane where kubeadm does not write it")
            .why("""
                    kubeadm writes the manifests of the control plane to `/etc/kubernetes/manifests` and waits for the kubelet to \
                    start them. A kubelet that looks elsewhere starts nothing, and no cluster comes up.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 cmd/kubeadm/app/constants/constants.go, "
                            + "GetStaticPodDirectory",
                    "C-28")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {kubeletConfiguration: "
                    + "{staticPodPath: /etc/kubernetes/manifests}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {kubeletConfiguration: "
                    + "{staticPodPath: /var/lib/manifests}}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(PassedPath::manifests))
            .broken(
                    path -> !path.isOfManifests(),
                    (path, finding) -> finding.at(path.place())
                            .message("`" + path.name() + "` is `" + path.text() + "`, not `" + path.manifests() + "`")
                            .effect("the control plane never starts, and kubeadm gives up waiting for it")
                            .addFixes(Fix.advice("leave it out, or write `" + path.manifests() + "`")));

    static final Rule<ProfileContext, PassedPath> ETCD_DATA = Rule.profile("DIST-167")
            .title("the data of etcd lies where it does not last")
            .why("""
                    `/tmp` and `/run` are in memory or emptied when a host starts: the cluster is gone after that. kubeadm refuses a \
                    path that does not begin with a slash.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 "
                            + "cmd/kubeadm/app/apis/kubeadm/validation/validation.go, ValidateEtcd",
                    "C-28")
            .inferred()
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{etcd: {local: {dataDir: /var/lib/etcd}}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{etcd: {local: {dataDir: /tmp/etcd}}}}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(KubeadmPathRules::data))
            .broken(
                    path -> !path.lasts(),
                    (path, finding) -> finding.at(path.place())
                            .message("`" + path.name() + "` is `" + path.text() + "`, which is no path that lasts")
                            .effect(
                                    "the state of the cluster is lost when the host starts again, or kubeadm refuses the path")
                            .addFixes(Fix.advice("leave it out, or write a path that stays, such as `/var/lib/etcd`")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(STATIC_PODS, ETCD_DATA);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            STATIC_PODS.over(context -> PassedConfig.ofSite(context).flatMap(PassedPath::manifests)),
            ETCD_DATA.over(context -> PassedConfig.ofSite(context).flatMap(KubeadmPathRules::data)));

    private static Stream<PassedPath> data(PassedConfig in) {
        return PassedPath.fields(in, DATA);
    }
}
