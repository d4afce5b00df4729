// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.KubeadmSetting;
import dev.farstead.schemas.PackArgument;
import dev.farstead.schemas.PackValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What hardening gives the components of a distribution: the defaults of its pack, and what CIS adds to them. */
final class HardenedArguments {
    private static final String ADMISSION_PLUGINS = "enable-admission-plugins";

    private HardenedArguments() {}

    /** Returns the values of an argument: for a list the members of both, else the value of the pack; empty for one that neither sets. */
    static Set<String> values(PassedArgument argument) {
        Set<String> values = new LinkedHashSet<>(ofPack(argument));
        if (values.isEmpty() || argument.name().equals(ADMISSION_PLUGINS)) {
            values.addAll(ofCis(argument));
        }
        return values;
    }

    /** Returns what the pack of kubeadm gives the kubelet as arguments: members of a list as they stand, by name. */
    static Map<String, List<String>> ofKubelet(PassedConfig in) {
        return in.catalogue().kubeadmDefaults().settings(in.version()).stream()
                .filter(setting -> setting.path().contains("kubeletExtraArgs"))
                .collect(Collectors.toMap(
                        setting -> setting.path().get(setting.path().size() - 1),
                        setting -> texts(setting.value()).toList(),
                        (first, second) -> first));
    }

    /** Tells whether hardening turns a key on, by the key itself or by the argument of the kubelet that has its name. */
    static boolean isSwitchedOn(PassedKey key) {
        Catalogue catalogue = key.in().catalogue();
        Stream<PackValue> settings = catalogue.cis(key.in().flavor()).stream()
                .flatMap(cis -> cis.settings().stream())
                .map(CisAdditions.CisSetting::setting)
                .filter(setting -> setting.key().equals(key.name()))
                .map(setting -> setting.value());
        return isSwitchedOnByPack(key)
                || settings.anyMatch(value -> value instanceof PackValue.Bool hardened && hardened.value());
    }

    /** Tells whether the pack gives the kubelet an argument that has the name of a key, and turns it on. */
    static boolean isSwitchedOnByPack(PassedKey key) {
        return key.in().catalogue().packDefaults(key.in().flavor()).stream()
                .flatMap(defaults -> defaults.arguments("kubelet-arg").stream())
                .anyMatch(argument ->
                        argument.name().equals(key.name()) && argument.values().equals(List.of("true")));
    }

    /** Hosts without the agent have no packs. */
    private static List<String> ofPack(PassedArgument argument) {
        if (!argument.in().profile().hasAgent()) {
            return List.of();
        }
        return argument.in().isKubeadm()
                ? ofKubeadm(argument, argument.catalogue().kubeadmDefaults().settings(argument.version()))
                : flat(
                        argument,
                        argument.catalogue().packDefaults(argument.in().flavor()).stream()
                                .flatMap(defaults -> defaults.arguments().stream()));
    }

    private static List<String> ofCis(PassedArgument argument) {
        return argument.in().isKubeadm()
                ? ofKubeadm(argument, argument.catalogue().kubeadmCis().settings(argument.version()))
                : flat(
                        argument,
                        argument.catalogue().cis(argument.in().flavor()).stream()
                                .flatMap(cis -> cis.arguments(argument.version()).stream())
                                .map(CisAdditions.CisArgument::argument));
    }

    private static List<String> flat(PassedArgument argument, Stream<PackArgument> facts) {
        return facts.filter(fact -> fact.name().equals(argument.name())
                        && component(argument, fact).equals(Optional.of(argument.component())))
                .map(PackArgument::values)
                .flatMap(Collection::stream)
                .toList();
    }

    private static Optional<String> component(PassedArgument argument, PackArgument fact) {
        return argument.catalogue()
                .configKeys(argument.in().flavor())
                .flatMap(keys -> keys.key(fact.key()))
                .flatMap(ConfigKey::component);
    }

    private static List<String> ofKubeadm(PassedArgument argument, List<KubeadmSetting> settings) {
        return settings.stream()
                .filter(setting -> String.join(".", setting.path()).equals(argument.list() + "." + argument.name()))
                .flatMap(setting -> texts(setting.value()))
                .toList();
    }

    private static Stream<String> texts(PackValue value) {
        if (value instanceof PackValue.Items items) {
            return items.values().stream();
        }
        return value instanceof PackValue.Text text ? Stream.of(text.value()) : Stream.empty();
    }
}
