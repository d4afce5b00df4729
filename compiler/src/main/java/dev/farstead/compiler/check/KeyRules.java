// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.resolve.OwnedSettings;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.secret.Concealment;
import dev.farstead.schemas.Command;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.Presence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about the keys that are passed on to K3s or RKE2: whether this release has them, and whether they may be set. */
final class KeyRules {
    private static final String KEYS =
            "github.com/k3s-io/k3s v1.26.15+k3s1, v1.27.16+k3s1, v1.28.15+k3s1, v1.29.15+k3s1 pkg/cli/cmds/server.go, "
                    + "pkg/cli/cmds/agent.go";
    private static final String RKE2 =
            "github.com/rancher/rke2 v1.26.0+rke2r1 to v1.29.15+rke2r1 pkg/cli/cmds/server.go";

    /** What RKE2 has in place of some keys of K3s. */
    private static final Map<String, String> INSTEAD = Map.of(
            "flannel-backend", "the network follows from `network.cni`",
            "disable-network-policy", "network policies follow from `network.cni`",
            "cluster-init", "RKE2 always keeps its state in etcd");

    private KeyRules() {}

    static final Rule<ProfileContext, PassedKey> UNKNOWN = Rule.profile("DIST-101")
            .title("a key is passed on that no release of the distribution has")
            .why("""
                    K3s and RKE2 skip a key that they do not know with a line in their log, and start. The setting has no effect, and \
                    nothing on the node says so. Keys are long flags without dashes, in lower case.""")
            .evidence(KEYS + "; " + RKE2, "C-31", "C-138")
            .good("profile: {spec: {kubernetes: {config: {tls-san: [edge.example.com]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {tls-sans: [edge.example.com]}}}}")
            .subjects(PassedKey::ofProfile)
            .broken(KeyRules::isUnknown, (key, finding) -> {
                finding.atKey(key.value().place())
                        .message(key.in().release() + " has no key `" + key.name() + "`")
                        .effect(skipped(key));
                if (isLikeSecret(key)) {
                    finding.addConcealed(key.value().place().value());
                }
                meant(key).forEach(name -> rename(key, name, finding));
                if (key.name().equals("no-flannel")) {
                    finding.addFixes(Fix.advice("leave it out: the network comes from a pack, so Flannel is off"));
                }
                finding.addFixes(
                        Fix.advice("see `" + key.in().flavor() + " server --help` of this release for its keys"));
            });

    static final Rule<ProfileContext, PassedKey> OF_K3S = Rule.profile("DIST-114")
            .title("a key of K3s is passed on to RKE2")
            .why("""
                    RKE2 stands on K3s, but decides some things itself and has no key for them. It skips the key with a line in \
                    its log: with `flannel-backend: none` alone, its own network would run beside that of the pack.""")
            .evidence(RKE2, "C-135")
            .good(
                    "profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", config: {node-label: [tier=edge]}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", config: {flannel-backend: none}}}}")
            .subjects(PassedKey::ofProfile)
            .broken(
                    PassedKey::isOfK3sOnly,
                    (key, finding) -> finding.atKey(key.value().place())
                            .message(key.in().release() + " has no key `" + key.name() + "`")
                            .label("this is a key of K3s")
                            .effect(skipped(key))
                            .addFixes(Fix.advice("leave the key out: "
                                    + INSTEAD.getOrDefault(key.name(), "RKE2 has nothing that it would set"))));

    static final Rule<ProfileContext, PassedKey> OTHER_RELEASE = Rule.profile("DIST-102")
            .title("a key is passed on that this patch release does not have")
            .why("""
                    K3s and RKE2 get and lose keys in patch releases too. A release that does not have the key skips it with a line in \
                    its log.""")
            .evidence(KEYS + "; " + RKE2, "C-138")
            .good("profile: {spec: {kubernetes: {version: \"1.28.13\", config: {default-runtime: runc}}}}")
            .bad("profile: {spec: {kubernetes: {version: \"1.28.13\", config: {nonroot-devices: true}}}}")
            .subjects(context ->
                    PassedKey.ofProfile(context).filter(key -> key.owner().isEmpty() && !agentOnly(key)))
            .broken(
                    key -> key.fact()
                            .map(fact -> !fact.in(key.version()).isPresent())
                            .orElse(false),
                    (key, finding) -> {
                        finding.atKey(key.value().place()).effect(skipped(key));
                        Presence presence = key.fact().orElseThrow().in(key.version());
                        if (presence instanceof Presence.NotYet later) {
                            finding.message(key.in().program() + " has `" + key.name() + "` since " + later.since()
                                            + ", not in " + key.version())
                                    .addFixes(Fix.advice("leave the key out, or choose `kubernetes.version` "
                                            + later.since() + " or newer"));
                        } else if (presence instanceof Presence.Gone gone) {
                            finding.message(key.in().program() + " had `" + key.name() + "` until " + gone.until()
                                    + ", not in " + key.version());
                            gone.replacedBy().ifPresent(name -> rename(key, name, finding));
                            finding.addFixes(Fix.advice("leave the key out"));
                        }
                    });

    static final Rule<ProfileContext, PassedKey> AGENT_ONLY = Rule.profile("DIST-103")
            .title("a key is passed on that only workers know and that never reaches them")
            .why("""
                    All hosts of a cluster get the same configuration. Servers skip a key that only the agent command has, and \
                    the provider on workers hands on a fixed list of keys, which does not have this one.""")
            .evidence(KEYS + "; github.com/kairos-io/provider-k3s v4.4.2, v4.5.1 api/agent_config.go", "C-132")
            .good("profile: {spec: {kubernetes: {config: {lb-server-port: 6445}}}}")
            .bad("profile: {spec: {kubernetes: {config: {disable-apiserver-lb: true}}}}")
            .subjects(context ->
                    PassedKey.ofProfile(context).filter(key -> key.owner().isEmpty()))
            .broken(
                    key -> agentOnly(key)
                            && key.in()
                                    .provider()
                                    .filter(release -> !release.reachesWorkers(key.name()))
                                    .isPresent(),
                    (key, finding) -> finding.atKey(key.value().place())
                            .message("`" + key.name()
                                    + "` is a key for workers, and this provider does not hand it to them")
                            .effect("no host gets the setting")
                            .addFixes(Fix.advice("leave the key out")));

    static final Rule<ProfileContext, PassedKey> OWNED = Rule.profile("DIST-104")
            .title("a key is passed on that the compiler or the provider sets")
            .why("""
                    The provider on the node joins its own settings to the configuration: two texts become one long text, two \
                    truth values end the merge with an empty configuration. What follows from the specification is set there, so \
                    that all files agree. A token from a file wins over the one that is set, and servers with a token of its own for \
                    workers refuse those that join with the cluster's.""")
            .evidence(
                    "github.com/kairos-io/provider-k3s v4.4.2, v4.5.1 main.go; github.com/kairos-io/provider-rke2 v4.4.1, "
                            + "v4.5.1 main.go; github.com/k3s-io/k3s v1.28.13+k3s1 pkg/cli/server/server.go, pkg/agent/config/config.go, "
                            + "pkg/daemons/control/deps/deps.go; github.com/spectrocloud/CanvOS v4.4.12 test/templates",
                    "C-129",
                    "C-130",
                    "C-133",
                    "C-134",
                    "C-139")
            .good("profile: {spec: {kubernetes: {config: {write-kubeconfig-mode: \"600\"}}}}")
            .bad("profile: {spec: {kubernetes: {config: {cluster-cidr: 10.42.0.0/16}}}}")
            .subjects(PassedKey::ofProfile)
            .broken(
                    key -> key.owner().isPresent(),
                    (key, finding) -> finding.atKey(key.value().place())
                            .message("`" + key.name() + "` can't be passed on")
                            .label(key.owner().orElseThrow())
                            .effect(OwnedSettings.effect(key.name()).orElseThrow())
                            .addFixes(Fix.advice(
                                    "leave the key out: " + key.owner().orElseThrow())));

    static final Rule<ProfileContext, PassedKey> PER_HOST = Rule.profile("DIST-105")
            .title("a key that differs from host to host is set for all hosts")
            .why("""
                    The configuration goes to every host of a cluster. With one node name or address for all, the second host \
                    is refused when it joins, or takes the place of the first.""")
            .evidence(
                    "K3s documentation, cli/server and cli/agent; RKE2 documentation, reference/server_config", "C-132")
            .inferred()
            .good("profile: {spec: {kubernetes: {config: {node-label: [tier=edge]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {node-name: edge}}}}")
            .subjects(PassedKey::ofProfile)
            .broken(
                    key -> key.perHost() && key.in().hosts() != 1,
                    (key, finding) -> finding.atKey(key.value().place())
                            .message("`" + key.name() + "` would be the same on every host")
                            .effect("the second host can't join, or takes the place of the first")
                            .addFixes(Fix.advice("leave the key out: names and addresses follow from `hosts`")));

    static final Rule<ProfileContext, PassedKey> DEPRECATED = Rule.profile("DIST-106")
            .warning()
            .title("a key is passed on that its distribution advises against")
            .why("A deprecated key is still read, and a later release drops it. An upgrade then loses the setting.")
            .evidence(KEYS, "C-138")
            .good("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [v=2]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-controller-arg: [v=2]}}}}")
            .subjects(PassedKey::ofProfile)
            .broken(
                    key -> key.usable()
                            .filter(fact -> fact.deprecatedIn(key.version().minor()))
                            .isPresent(),
                    (key, finding) -> {
                        finding.atKey(key.value().place())
                                .message("`" + key.name() + "` is deprecated in "
                                        + key.in().release())
                                .effect("a later release does not read it");
                        key.usable().flatMap(ConfigKey::replacedBy).ifPresent(name -> rename(key, name, finding));
                    });

    private static final List<Rule<ProfileContext, PassedKey>> EACH_KEY =
            List.of(UNKNOWN, OF_K3S, OTHER_RELEASE, AGENT_ONLY, OWNED, PER_HOST, DEPRECATED);

    static final List<Rule<ProfileContext, ?>> PROFILE = List.copyOf(EACH_KEY);

    static final List<Rule<SiteContext, ?>> SITE = EACH_KEY.stream()
            .<Rule<SiteContext, ?>>map(rule -> rule.over(PassedKey::ofSite))
            .toList();

    private static boolean isUnknown(PassedKey key) {
        return key.fact().isEmpty() && key.owner().isEmpty() && !key.isOfK3sOnly();
    }

    /** A misspelt key that another release has holds a secret all the same. */
    private static boolean isLikeSecret(PassedKey key) {
        List<String> all = key.keys().all().stream()
                .map(ConfigKey::name)
                .filter(Concealment::namesSecret)
                .toList();
        return !Spelling.nearest(key.name(), all, 1).isEmpty();
    }

    private static String skipped(PassedKey key) {
        return key.in().program() + " logs one line, skips the key and starts without it";
    }

    private static boolean agentOnly(PassedKey key) {
        return key.fact()
                .filter(fact -> !fact.commands().contains(Command.SERVER))
                .isPresent();
    }

    /** A one-letter key stands for its long form; anything else is compared letter by letter. */
    private static List<String> meant(PassedKey key) {
        Optional<String> longForm = key.keys().all().stream()
                .filter(fact -> fact.aliases().contains(key.name()))
                .map(ConfigKey::name)
                .findFirst();
        List<String> names = key.keys().names(Command.SERVER, key.version());
        return longForm.map(List::of).orElseGet(() -> Spelling.nearest(key.name(), names, 3));
    }

    private static void rename(PassedKey key, String name, Finding.Builder finding) {
        finding.addFixes(Fix.of(
                "write `" + name + "`",
                SpecText.rename(key.value().place(), key.name(), name),
                Fix.Applicability.GUESS));
    }
}
