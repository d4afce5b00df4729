// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ConfigTree.Branch;
import dev.farstead.compiler.resolve.ConfigTree.Items;
import dev.farstead.compiler.resolve.ConfigTree.Leaf;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.KubeadmSetting;
import dev.farstead.schemas.KubeadmVolume;
import dev.farstead.schemas.PackValue;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the configuration of kubeadm together, layer over layer: the defaults of its pack, what CIS adds to them, what follows from network
 * and release, and what the specifications pass through. Thread-safe.
 */
final class KubeadmConfiguration {
    private static final List<String> NETWORKING = List.of("clusterConfiguration", "networking");

    private final Catalogue catalogue;

    KubeadmConfiguration(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the configuration. Without a release, which is a fault of the profile, the layers that depend on it are left out. */
    KubernetesConfig resolve(
            ConfigChoices choices,
            Optional<Sourced<IpPrefix>> podCidr,
            Optional<Sourced<IpPrefix>> serviceCidr,
            Map<String, List<Located<ConfigValue>>> passedOn) {
        Branch config = new Branch(LinkedHashMap.empty(), choices.flavor().origin());
        if (choices.version().isPresent()) {
            KubernetesVersion version = choices.version().get().value();
            config = withDefaults(config, version, choices);
            if (choices.hardening().value() == Hardening.CIS) {
                config = withCis(
                        config, choices.version().get(), choices.hardening().origin());
            }
        }
        config = withRange(config, "podSubnet", podCidr);
        config = withRange(config, "serviceSubnet", serviceCidr);
        if (choices.version().isPresent()) {
            // Another release than that of the image is refused by kubeadm, or silently deploys another control plane.
            Sourced<KubernetesVersion> version = choices.version().get();
            config = KubeadmTree.with(
                    config,
                    List.of("clusterConfiguration", "kubernetesVersion"),
                    text("v" + version.value(), version.origin()));
        }
        return new KubeadmConfig(new KubeadmMerge(catalogue.kubeadmProvider()).merge(config, passedOn));
    }

    private Branch withDefaults(Branch empty, KubernetesVersion version, ConfigChoices choices) {
        Branch config = empty;
        for (KubeadmSetting setting : catalogue.kubeadmDefaults().settings(version)) {
            config = KubeadmTree.with(config, setting.path(), ofPack(setting, choices));
        }
        for (KubeadmVolume volume : catalogue.kubeadmDefaults().volumes()) {
            config = withVolume(config, volume, new Origin.Fact("default of the pack", volume.source()));
        }
        return config;
    }

    private ConfigTree ofPack(KubeadmSetting setting, ConfigChoices choices) {
        if (!(setting.value() instanceof PackValue.Items set)) {
            return node(setting, setting.value(), new Origin.Fact("default of the pack", setting.source()));
        }
        String name = setting.path().get(setting.path().size() - 1);
        Sourced<List<String>> kept =
                KeptValues.of(catalogue.packRemovals(), name, set.values(), setting.source(), choices);
        return node(setting, new PackValue.Items(kept.value()), kept.origin());
    }

    /** CIS adds what the defaults lack: fields, arguments, members of an argument that is a set, and the files' mounts. */
    private Branch withCis(Branch defaults, Sourced<KubernetesVersion> release, Origin asked) {
        Branch config = defaults;
        KubernetesVersion version = release.value();
        for (KubeadmSetting setting : catalogue.kubeadmCis().settings(version)) {
            Origin origin = hardened(asked, release, setting.source());
            Optional<ConfigTree> present = KubeadmTree.find(config, setting.path());
            if (present.isEmpty()) {
                config = KubeadmTree.with(config, setting.path(), node(setting, setting.value(), origin));
            } else if (setting.value() instanceof PackValue.Items set) {
                config = KubeadmTree.with(config, setting.path(), union((Leaf) present.get(), set.values(), origin));
            }
        }
        for (KubeadmVolume volume : catalogue.kubeadmCis().volumes()) {
            config = withVolume(config, volume, hardened(asked, release, volume.source()));
        }
        return config;
    }

    private static Origin hardened(Origin asked, Sourced<KubernetesVersion> release, String source) {
        return Origin.inferred(
                "added by CIS hardening", asked, release.origin(), new Origin.Fact("CIS hardening of kubeadm", source));
    }

    private static Leaf union(Leaf present, List<String> added, Origin origin) {
        String text = ((ConfigValue.Text) present.value()).value();
        List<String> members = new ArrayList<>(Arrays.asList(text.split(",")));
        added.stream().filter(member -> !members.contains(member)).forEach(members::add);
        return new Leaf(
                new ConfigValue.Text(String.join(",", members)),
                Origin.inferred("the members of both", present.origin(), origin));
    }

    private static Branch withVolume(Branch config, KubeadmVolume volume, Origin origin) {
        List<String> path = new ArrayList<>(volume.component());
        path.add("extraVolumes");
        LinkedHashMap<String, ConfigTree> fields = LinkedHashMap.<String, ConfigTree>empty()
                .put("name", text(volume.name(), origin))
                .put("hostPath", text(volume.hostPath(), origin))
                .put("mountPath", text(volume.mountPath(), origin))
                .put("pathType", text(volume.pathType(), origin));
        if (volume.readOnly()) {
            fields = fields.put("readOnly", new Leaf(new ConfigValue.Bool(true), origin));
        }
        ConfigTree item = new Branch(fields, origin);
        Items list = KubeadmTree.find(config, path)
                .map(present -> new Items(((Items) present).items().append(item), present.origin()))
                .orElseGet(() -> new Items(Vector.of(item), origin));
        return KubeadmTree.with(config, path, list);
    }

    private static Branch withRange(Branch config, String key, Optional<Sourced<IpPrefix>> prefix) {
        List<String> path = new ArrayList<>(NETWORKING);
        path.add(key);
        return prefix.map(found ->
                        KubeadmTree.with(config, path, text(found.value().toString(), found.origin())))
                .orElse(config);
    }

    private static ConfigTree node(KubeadmSetting setting, PackValue value, Origin origin) {
        if (value instanceof PackValue.Items set) {
            return setting.isArgument()
                    ? text(String.join(",", set.values()), origin)
                    : new Items(Vector.ofAll(set.values().stream().map(item -> text(item, origin))), origin);
        }
        if (value instanceof PackValue.Bool bool) {
            return new Leaf(new ConfigValue.Bool(bool.value()), origin);
        }
        if (value instanceof PackValue.Numeral number) {
            return new Leaf(
                    new ConfigValue.Numeral(BigDecimal.valueOf(number.value()), Integer.toString(number.value())),
                    origin);
        }
        return text(((PackValue.Text) value).value(), origin);
    }

    private static Leaf text(String text, Origin origin) {
        return new Leaf(new ConfigValue.Text(text), origin);
    }
}
