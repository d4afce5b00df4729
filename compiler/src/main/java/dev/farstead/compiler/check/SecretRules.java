// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.Profile;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.Site;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.schemas.SecretKey;
import dev.farstead.schemas.SecretKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about secrets in places whose text others may read. Their words never repeat what is written. */
final class SecretRules {
    private static final String FLAGS =
            "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/cli/cmds/server.go, pkg/cli/cmds/agent.go; K3s documentation, datastore/backup-restore";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    private static final String BY_HAND =
            "leave it out, and give it to the servers by hand in a file that only root reads; replace it if others have seen it";

    private SecretRules() {}

    /**
     * A text that is passed on to a distribution.
     *
     * @param name the key or argument that takes it
     * @param text the text
     * @param keys the keys and arguments whose values are secrets
     */
    record Passed(String name, Located<String> text, SecretKeys keys) {
        static Stream<Passed> of(PassedConfig in) {
            SecretKeys keys = in.catalogue().secretKeys();
            return in.values().entrySet().stream().flatMap(entry -> of(entry.getKey(), entry.getValue(), keys));
        }

        private static Stream<Passed> of(String name, Located<ConfigValue> value, SecretKeys keys) {
            if (value.value() instanceof ConfigValue.Items list) {
                return list.items().stream().flatMap(item -> of(name, item, keys));
            }
            if (value.value() instanceof ConfigValue.Entries map) {
                return map.entries().entrySet().stream().flatMap(entry -> of(entry.getKey(), entry.getValue(), keys));
            }
            return Stream.of(new Passed(name, value.map(PassedItem::text), keys));
        }

        /** An item of a list of arguments names its argument itself. */
        private String argument() {
            int equals = text.value().indexOf('=');
            return name.endsWith("-arg") && equals > 0 ? text.value().substring(0, equals) : name;
        }

        /** Returns how the secret gets to the node instead. */
        String instead() {
            Optional<SecretKey> key = keys.key(argument());
            return key.flatMap(SecretKey::fileKey)
                    .map(file -> "put it into a file on the hosts, and pass `" + file + "` on")
                    .or(() -> key.flatMap(SecretKey::component)
                            .map(component -> "leave it out: the " + component + " has no other way to take it"))
                    .orElse(BY_HAND);
        }

        boolean isSecret() {
            return keys.key(argument()).isPresent() || holdsSecret(text.value());
        }
    }

    /** Returns whether a text has a secret in it, whatever takes it: no finding about anything else repeats such a text. */
    static boolean holdsSecret(String text) {
        return Concealment.holdsLogin(text) || text.contains(PRIVATE_KEY);
    }

    static final Rule<ProfileContext, Passed> PASSED = Rule.profile("SEC-050")
            .title("a secret is passed on in the open")
            .why("""
                    What is passed on stands in the cluster profile, and from there in a file on each host that other programs read. A key or \
                    an argument that takes a secret, an address with a user or a password, and a private key would be read by everybody \
                    who sees the profile.""")
            .evidence(FLAGS)
            .inferred()
            .good("profile: {spec: {kubernetes: {config: {vpn-auth-file: /etc/rancher/vpn-auth}}}}")
            .bad("profile: {spec: {kubernetes: {config: {vpn-auth: not-a-real-key}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Passed::of))
            .broken(
                    Passed::isSecret,
                    (passed, finding) -> finding.at(passed.text().place())
                            .hidden(true)
                            .message("`" + passed.argument() + "` is passed on with a secret in it")
                            .effect("everybody who reads the specification or the cluster profile reads the secret")
                            .addFixes(Fix.advice(passed.instead())));

    static final Rule<ProfileContext, Located<String>> LOGIN = Rule.profile("SEC-051")
            .title("a text holds the user or the password of an address")
            .why("""
                    Descriptions stand in run sheets, the address for registering is a code on the screen of each host, and project and user \
                    name stand beside them. Whoever reads one of them has the password.""")
            .evidence("Palette documentation, clusters/edge/site-deployment/site-installation/edge-host-registration")
            .inferred()
            .good("profile: {metadata: {description: \"Images from https://files.example.com\"}}")
            .bad("profile: {metadata: {description: \"Images from https://ops:secret@files.example.com\"}}")
            .subjects(context -> texts(context.profile().spec().value()))
            .broken(
                    text -> Concealment.holdsLogin(text.value()),
                    (text, finding) -> finding.at(text.place())
                            .hidden(true)
                            .message("this text holds the user or the password of an address")
                            .effect("others read it in run sheets, user-data or on the screen of a host")
                            .addFixes(Fix.advice("write the address without user and password; replace the password if "
                                    + "others have seen it")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(PASSED, LOGIN);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            PASSED.over(context -> PassedConfig.ofSite(context).flatMap(Passed::of)),
            LOGIN.over(context -> texts(context.site().spec().value())));

    private static Stream<Located<String>> texts(Profile profile) {
        ProfileSpec spec = profile.spec().value();
        return Stream.of(
                        profile.metadata().value().description().stream(),
                        spec.content().flatMap(content -> content.value().registry()).stream()
                                .map(registry -> registry.value().username()),
                        spec.site().stream().flatMap(site -> registration(site.value())))
                .flatMap(texts -> texts);
    }

    private static Stream<Located<String>> texts(Site site) {
        return Stream.concat(
                site.metadata().value().description().stream(),
                registration(site.spec().value()));
    }

    private static Stream<Located<String>> registration(SiteSpec site) {
        return site.registration().map(Located::value).stream()
                .flatMap(registration -> Stream.concat(registration.url().stream(), registration.project().stream()));
    }
}
