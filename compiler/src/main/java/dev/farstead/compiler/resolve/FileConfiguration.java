// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.compiler.resolve.KubernetesConfig.Arguments;
import dev.farstead.compiler.resolve.KubernetesConfig.Entry;
import dev.farstead.compiler.resolve.KubernetesConfig.Items;
import dev.farstead.compiler.resolve.KubernetesConfig.Scalar;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.PackArgument;
import dev.farstead.schemas.PackDefaults;
import dev.farstead.schemas.PackSetting;
import dev.farstead.schemas.PackValue;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the configuration file of K3s or RKE2 together, layer over layer: the defaults of its pack, what CIS adds to them, what follows
 * from the network, and what the specifications pass through. Thread-safe.
 */
final class FileConfiguration {
    private static final String ARGUMENTS = "-arg";

    private final Catalogue catalogue;

    FileConfiguration(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    KubernetesConfig resolve(
            ConfigChoices choices,
            Optional<Sourced<IpPrefix>> podCidr,
            Optional<Sourced<IpPrefix>> serviceCidr,
            Map<String, List<Located<ConfigValue>>> passedOn) {
        String flavor = choices.flavor().value().text();
        LinkedHashMap<String, Entry> entries = choices.agent() ? packDefaults(choices) : ownNetwork(choices);
        if (choices.hardening().value() == Hardening.CIS && choices.version().isPresent()) {
            entries = withCis(
                    entries,
                    catalogue.cis(flavor).orElseThrow(),
                    choices.version().get(),
                    choices.agent(),
                    Origin.inferred(
                            "hardening of this flavor",
                            choices.hardening().origin(),
                            choices.flavor().origin()));
        }
        entries = withNetwork(entries, "cluster-cidr", podCidr);
        entries = withNetwork(entries, "service-cidr", serviceCidr);
        for (Map.Entry<String, List<Located<ConfigValue>>> key : passedOn.entrySet()) {
            for (Located<ConfigValue> layer : key.getValue()) {
                entries = withPassedThrough(flavor, entries, key.getKey(), layer);
            }
        }
        return new FileConfig(entries);
    }

    private LinkedHashMap<String, Entry> packDefaults(ConfigChoices choices) {
        PackDefaults defaults =
                catalogue.packDefaults(choices.flavor().value().text()).orElseThrow();
        LinkedHashMap<String, Entry> entries = LinkedHashMap.empty();
        for (PackSetting setting : defaults.settings()) {
            entries = entries.put(setting.key(), entry(setting));
        }
        for (PackArgument argument : defaults.arguments()) {
            entries = withArgument(entries, argument.key(), kept(argument, choices));
        }
        return entries;
    }

    /** FIPS mode and registries of one's own take values out of what the pack brings. */
    private Argument kept(PackArgument argument, ConfigChoices choices) {
        Sourced<List<String>> kept =
                KeptValues.of(catalogue.packRemovals(), argument.name(), argument.values(), argument.source(), choices);
        return Argument.parse(argument.name() + "=" + String.join(",", kept.value()), kept.origin());
    }

    /** Without packs the distribution brings the network itself: RKE2 any of its charts, K3s its own Flannel or none. */
    private static LinkedHashMap<String, Entry> ownNetwork(ConfigChoices choices) {
        Origin origin = Origin.inferred(
                "the network without a pack",
                choices.cni().origin(),
                choices.flavor().origin());
        CniName cni = choices.cni().value();
        if (choices.flavor().value() == Flavor.RKE2) {
            return LinkedHashMap.of("cni", new Scalar(new ConfigValue.Text(cni.text()), origin));
        }
        if (cni != CniName.NONE) {
            return LinkedHashMap.empty();
        }
        return LinkedHashMap.of(
                "flannel-backend",
                new Scalar(new ConfigValue.Text("none"), origin),
                "disable-network-policy",
                new Scalar(new ConfigValue.Bool(true), origin));
    }

    private static Entry entry(PackSetting setting) {
        Origin fact = new Origin.Fact("default of the pack", setting.source());
        PackValue value = setting.value();
        if (value instanceof PackValue.Items items) {
            return new Items(Vector.ofAll(items.values().stream().map(item -> new Sourced<>(item, fact))), fact);
        }
        return new Scalar(scalar(value), fact);
    }

    private static ConfigValue scalar(PackValue value) {
        if (value instanceof PackValue.Bool bool) {
            return new ConfigValue.Bool(bool.value());
        }
        if (value instanceof PackValue.Numeral number) {
            return new ConfigValue.Numeral(BigDecimal.valueOf(number.value()), Integer.toString(number.value()));
        }
        return new ConfigValue.Text(((PackValue.Text) value).value());
    }

    /** CIS adds what the defaults lack: keys, arguments, and members of an argument that is a set. */
    private LinkedHashMap<String, Entry> withCis(
            LinkedHashMap<String, Entry> defaults,
            CisAdditions cis,
            Sourced<KubernetesVersion> release,
            boolean packs,
            Origin asked) {
        LinkedHashMap<String, Entry> entries = defaults;
        KubernetesVersion version = release.value();
        for (CisAdditions.CisSetting setting : cis.settings(version)) {
            String key = setting.setting().key();
            if (!entries.containsKey(key) && (packs || !setting.withPacks())) {
                Origin origin = hardened(asked, release, setting.setting().source());
                entries = entries.put(key, new Scalar(scalar(setting.setting().value()), origin));
            }
        }
        for (CisAdditions.CisArgument addition : cis.arguments(version)) {
            PackArgument argument = addition.argument();
            Origin origin = hardened(asked, release, argument.source());
            Optional<Argument> present = argument(entries, argument.key(), argument.name());
            if (present.isEmpty()) {
                entries = withArgument(entries, argument.key(), Argument.parse(argument.text(), origin));
            } else if (argument.name().equals("enable-admission-plugins")) {
                entries = withArgument(entries, argument.key(), union(present.get(), argument.values(), origin));
            }
        }
        return entries;
    }

    private static Origin hardened(Origin asked, Sourced<KubernetesVersion> release, String source) {
        return Origin.inferred(
                "added by CIS hardening",
                asked,
                release.origin(),
                new Origin.Fact("CIS hardening of the distribution", source));
    }

    private static Argument union(Argument present, List<String> added, Origin origin) {
        List<String> members = new ArrayList<>(Arrays.asList(present.value().split(",")));
        added.stream().filter(member -> !members.contains(member)).forEach(members::add);
        return new Argument(
                present.name(),
                "",
                String.join(",", members),
                Origin.inferred("the members of both", present.origin(), origin));
    }

    private static Optional<Argument> argument(LinkedHashMap<String, Entry> entries, String key, String name) {
        return entries.get(key).toJavaOptional().stream()
                .flatMap(entry ->
                        entry instanceof Arguments list ? list.arguments().toJavaStream() : Stream.empty())
                .filter(argument -> argument.name().equals(name))
                .findFirst();
    }

    private static LinkedHashMap<String, Entry> withNetwork(
            LinkedHashMap<String, Entry> entries, String key, Optional<Sourced<IpPrefix>> prefix) {
        return prefix.map(found -> entries.put(
                        key, new Scalar(new ConfigValue.Text(found.value().toString()), found.origin())))
                .orElse(entries);
    }

    /** What can't be passed through is left out here; a rule says why. */
    private LinkedHashMap<String, Entry> withPassedThrough(
            String flavor, LinkedHashMap<String, Entry> entries, String key, Located<ConfigValue> value) {
        Origin written = new Origin.Written(value.place());
        if (OwnedSettings.ownsKey(key) || value.value() instanceof ConfigValue.Entries) {
            return entries;
        }
        if (!(value.value() instanceof ConfigValue.Items list)) {
            return entries.put(key, new Scalar(value.value(), written));
        }
        Vector<Sourced<String>> texts = Vector.ofAll(list.items().stream().map(FileConfiguration::text));
        if (!key.endsWith(ARGUMENTS)) {
            return entries.put(key, new Items(texts, written));
        }
        Optional<String> component =
                catalogue.configKeys(flavor).flatMap(keys -> keys.key(key)).flatMap(ConfigKey::component);
        List<Argument> arguments = texts.toJavaStream()
                .map(item -> Argument.parse(item.value(), item.origin()))
                .filter(argument -> component.isEmpty()
                        || OwnedSettings.argument(
                                        component.get(),
                                        argument.name(),
                                        catalogue.ownedArguments(flavor).orElseThrow())
                                .isEmpty())
                .toList();
        Vector<Argument> lower = entries.get(key)
                .toJavaOptional()
                .map(entry -> entry instanceof Arguments present ? present.arguments() : Vector.<Argument>empty())
                .orElse(Vector.empty());
        Origin merged = entries.get(key)
                .toJavaOptional()
                .map(entry -> Origin.inferred("merged by argument name", written, entry.origin()))
                .orElse(written);
        return entries.put(key, new Arguments(ArgumentMerge.merge(lower, arguments), merged));
    }

    private static Sourced<String> text(Located<ConfigValue> item) {
        ConfigValue value = item.value();
        String text;
        if (value instanceof ConfigValue.Text plain) {
            text = plain.value();
        } else if (value instanceof ConfigValue.Numeral number) {
            text = number.written();
        } else if (value instanceof ConfigValue.Bool bool) {
            text = Boolean.toString(bool.value());
        } else {
            // A list or map within a list: a rule refuses it, so what stands here is never written.
            text = "";
        }
        return new Sourced<>(text, new Origin.Written(item.place()));
    }

    private static LinkedHashMap<String, Entry> withArgument(
            LinkedHashMap<String, Entry> entries, String key, Argument argument) {
        Vector<Argument> lower = entries.get(key)
                .toJavaOptional()
                .map(entry -> ((Arguments) entry).arguments())
                .orElse(Vector.empty());
        Origin origin = entries.get(key).toJavaOptional().map(Entry::origin).orElse(argument.origin());
        return entries.put(key, new Arguments(ArgumentMerge.merge(lower, List.of(argument)), origin));
    }
}
