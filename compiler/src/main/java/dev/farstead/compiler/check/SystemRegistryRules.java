// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.spec.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the registry that K3s and RKE2 take their own images from. */
final class SystemRegistryRules {
    private static final String KEY = "system-default-registry";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern HOST = Pattern.compile("([^:/]+)(:([0-9]{1,5}))?");
    private static final Pattern PATH = Pattern.compile("(?:/[a-z0-9]++(?:[._-]++[a-z0-9]++)*+)*+");

    private SystemRegistryRules() {}

    static final Rule<ProfileContext, PassedKey> NO_HOST = Rule.profile("DIST-186")
            .title("the registry of the distribution's own images is no host")
            .why("""
                    K3s puts the text and a slash before the name of each image of its own. RKE2 takes a host and a port alone and does not \
                    start with anything else. With a scheme no image has a name that can be read, and what has neither dot nor port is \
                    a namespace of Docker Hub.""")
            .evidence(
                    "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/server/server.go, registryTemplate; github.com/rancher/rke2 "
                            + "v1.28.13+rke2r1 pkg/images/images.go; RKE2 documentation, install/airgap; "
                            + "github.com/google/go-containerregistry v0.14.0 pkg/name/registry.go; "
                            + "github.com/distribution/reference v0.6.0 normalize.go",
                    "C-130",
                    "C-203")
            .good("profile: {spec: {kubernetes: {config: {system-default-registry: registry.example.com}}}}")
            .bad("profile: {spec: {kubernetes: {config: {system-default-registry: \"https://registry.example.com\"}}}}")
            .subjects(context -> given(PassedKey.ofProfile(context)))
            .broken(key -> !isRegistry(text(key), key.in()), SystemRegistryRules::say);

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(NO_HOST);

    static final List<Rule<SiteContext, ?>> SITE = List.of(NO_HOST.over(context -> given(PassedKey.ofSite(context))));

    private static void say(PassedKey key, Finding.Builder finding) {
        finding.at(key.value().place())
                .message("`" + KEY + "` is `" + text(key) + "`, which is no host of a registry")
                .effect("no host gets the images of " + key.in().program() + ", and no cluster comes up");
        plain(key)
                .ifPresentOrElse(
                        host -> finding.addFixes(Fix.of(
                                "write `" + host + "`",
                                SpecText.replace(key.value().place(), host),
                                Fix.Applicability.GUESS)),
                        () -> finding.addFixes(
                                Fix.advice("write a host such as `registry.example.com`, or a host and a "
                                        + "port such as `registry:5000`")));
    }

    private static Stream<PassedKey> given(Stream<PassedKey> keys) {
        return keys.filter(key -> key.name().equals(KEY)
                && key.usable().isPresent()
                && key.value().value() instanceof ConfigValue.Text
                // An empty text is no registry of one's own.
                && !text(key).isEmpty());
    }

    private static String text(PassedKey key) {
        return PassedItem.text(key.value().value());
    }

    /** K3s takes what follows the host for the first part of the names of images. */
    private static boolean isRegistry(String text, PassedConfig in) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        String path = slash < 0 ? "" : text.substring(slash);
        return isHost(host)
                && (path.isEmpty() || (in.isK3s() && PATH.matcher(path).matches()));
    }

    /** A name without dot and port is a namespace of Docker Hub, unless it is localhost. */
    private static boolean isHost(String text) {
        Matcher parts = HOST.matcher(text);
        if (!parts.matches() || !Hosts.isHost(parts.group(1))) {
            return false;
        }
        boolean named = text.contains(".") || text.contains(":") || text.equals("localhost");
        return named
                && Optional.ofNullable(parts.group(3))
                        .map(Integer::parseInt)
                        .filter(port -> !Hosts.isPort(port))
                        .isEmpty();
    }

    /** Returns what is left of a text without what does not belong there. */
    private static Optional<String> plain(PassedKey key) {
        String bare = SCHEME.matcher(text(key)).replaceFirst("").replaceAll("/+$", "");
        return Stream.of(bare, bare.replaceFirst("/.*", ""))
                .filter(host -> isRegistry(host, key.in()))
                .findFirst();
    }
}
