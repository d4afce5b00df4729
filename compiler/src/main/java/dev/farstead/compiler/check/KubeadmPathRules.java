// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.PackValue;
import java.util.List;
import java.util.stream.Stream;

/** Rules about paths that are passed on to kubeadm. */
final class KubeadmPathRules {
    private static final String DATA = "clusterConfiguration.etcd.local.dataDir";
    private static final String CERTIFICATES = "clusterConfiguration.certificatesDir";
    private static final String JOINED_CA = "joinConfiguration.caCertPath";
    private static final List<String> KUBELET_CA =
            List.of("kubeletConfiguration", "authentication", "x509", "clientCAFile");
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

        /** Returns the file by which the kubelet of each host knows the API server. */
        private String ca() {
            return in.catalogue().kubeadmProvider().defaults().stream()
                    .filter(setting -> setting.path().equals(KUBELET_CA))
                    .map(setting -> ((PackValue.Text) setting.value()).value())
                    .findFirst()
                    .orElseThrow();
        }

        /** Returns the path with which the certificates are where the kubelet looks for them. */
        String forCertificates() {
            return name.equals(JOINED_CA) ? ca() : ca().substring(0, ca().lastIndexOf('/'));
        }

        /** An empty path is the default. */
        boolean isOfCertificates() {
            return text.isEmpty() || plain().equals(forCertificates());
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

    static final Rule<ProfileContext, PassedPath> CERTIFICATES_ELSEWHERE = Rule.profile("DIST-178")
            .title("the certificates of the cluster are kept where the kubelet does not look for them")
            .why("""
                    The kubelet of each host reads the certificate of the cluster's authority from `/etc/kubernetes/pki/ca.crt`, which its \
                    configuration names. kubeadm writes it to the path that is passed on. A kubelet whose file is not there ends at its \
                    start, so that no control plane starts and no host joins.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.10 cmd/kubeadm/app/componentconfigs/kubelet.go, "
                            + "cmd/kubeadm/app/apis/kubeadm/v1beta3/defaults_unix.go; "
                            + "github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 utils/defaults.go",
                    "C-28")
            .inferred()
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{certificatesDir: /etc/kubernetes/pki}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{certificatesDir: /etc/kubernetes/certs}}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(KubeadmPathRules::certificates))
            .broken(
                    path -> !path.isOfCertificates(),
                    (path, finding) -> finding.at(path.place())
                            .message("`" + path.name() + "` is `" + path.text() + "`, not `" + path.forCertificates()
                                    + "`")
                            .effect("the kubelet ends at its start, since `" + path.ca() + "` is not there")
                            .addFixes(Fix.advice("leave it out, or write `" + path.forCertificates() + "`")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(STATIC_PODS, ETCD_DATA, CERTIFICATES_ELSEWHERE);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            STATIC_PODS.over(context -> PassedConfig.ofSite(context).flatMap(PassedPath::manifests)),
            ETCD_DATA.over(context -> PassedConfig.ofSite(context).flatMap(KubeadmPathRules::data)),
            CERTIFICATES_ELSEWHERE.over(
                    context -> PassedConfig.ofSite(context).flatMap(KubeadmPathRules::certificates)));

    private static Stream<PassedPath> data(PassedConfig in) {
        return PassedPath.fields(in, DATA);
    }

    private static Stream<PassedPath> certificates(PassedConfig in) {
        return Stream.of(CERTIFICATES, JOINED_CA).flatMap(dotted -> PassedPath.fields(in, dotted));
    }
}
