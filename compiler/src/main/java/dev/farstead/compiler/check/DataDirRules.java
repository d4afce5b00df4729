// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.spec.ConfigValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about the directories in which K3s or RKE2 keeps what it has. */
final class DataDirRules {
    private static final String DATA_DIR = "data-dir";

    /** What lies elsewhere than the rest where it is told to. */
    private static final Set<String> KEYS = Set.of(DATA_DIR, "etcd-snapshot-dir", "default-local-storage-path");

    private DataDirRules() {}

    static final Rule<ProfileContext, PassedKey> NOT_KEPT = Rule.profile("DIST-185")
            .title("the data of K3s or RKE2 lie where a host with the agent does not keep them")
            .why("""
                    On images of Kairos the root file system is read-only, and `/var`, `/etc` and `/srv` are in memory. Only directories \
                    that are listed last: those of the image, `/var/lib/rancher` among them, and those that the user data add for packs. \
                    Elsewhere the distribution can't write, or the cluster, its snapshots and its volumes are gone when the host starts again.""")
            .evidence(
                    "github.com/kairos-io/packages 1bd796f, "
                            + "packages/static/kairos-overlay-files/files/system/oem/00_rootfs.yaml; K3s documentation, cli/server",
                    "C-130")
            .good("profile: {spec: {kubernetes: {config: {data-dir: /var/lib/rancher/stores}}}}")
            .bad("profile: {spec: {kubernetes: {config: {data-dir: /data/k3s}}}}")
            .subjects(context -> given(PassedKey.ofProfile(context)))
            .broken(
                    key -> !lasts(key),
                    (key, finding) -> finding.at(key.value().place())
                            .message("`" + key.name() + "` is `" + text(key)
                                    + "`, which is no directory that a host with the agent keeps")
                            .effect(key.in().program() + " can't write there, or the host loses "
                                    + (key.name().equals(DATA_DIR) ? "the cluster" : "what is there")
                                    + " when it starts again")
                            .addFixes(Fix.advice("leave the key out, or write a path below `/var/lib/rancher`")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(NOT_KEPT);

    static final List<Rule<SiteContext, ?>> SITE = List.of(NOT_KEPT.over(context -> given(PassedKey.ofSite(context))));

    private static Stream<PassedKey> given(Stream<PassedKey> keys) {
        return keys.filter(key -> KEYS.contains(key.name())
                && key.usable().isPresent()
                && key.in().profile().hasAgent()
                && key.value().value() instanceof ConfigValue.Text
                // An empty text is the directory that is taken without the key.
                && !text(key).isEmpty());
    }

    private static String text(PassedKey key) {
        return PassedItem.text(key.value().value());
    }

    private static boolean lasts(PassedKey key) {
        String path = text(key).replaceAll("/+", "/") + "/";
        boolean plain = Arrays.stream(path.split("/")).noneMatch(part -> part.equals("..") || part.equals("."));
        return plain && kept(key.in()).anyMatch(directory -> path.startsWith(directory + "/"));
    }

    private static Stream<String> kept(PassedConfig in) {
        return Stream.concat(
                in.catalogue().operatingSystems().kept().paths().stream(),
                in.profile().packs().stream()
                        .flatMap(pack -> in.catalogue().pack(pack.name().value()).stream())
                        .flatMap(pack -> pack.host().bindMounts().stream()));
    }
}
