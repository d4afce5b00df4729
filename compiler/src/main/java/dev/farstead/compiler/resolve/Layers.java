// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.SiteSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The layers of a site, nearest first: what the site says, then what its profile says for sites. Scalars, lists and choices come whole
 * from the nearest layer that has them; maps merge by key.
 */
final class Layers {
    private final List<Located<SiteSpec>> layers;

    private Layers(List<Located<SiteSpec>> layers) {
        this.layers = layers;
    }

    /** Returns the layers of a profile alone: its defaults, if it has any. */
    static Layers of(Optional<Located<SiteSpec>> defaults) {
        return new Layers(defaults.map(List::of).orElse(List.of()));
    }

    /** Returns the layers of a site over the defaults of its profile. */
    static Layers of(Located<SiteSpec> site, Optional<Located<SiteSpec>> defaults) {
        List<Located<SiteSpec>> layers = new ArrayList<>();
        layers.add(site);
        defaults.ifPresent(layers::add);
        return new Layers(layers);
    }

    /** Returns the value of the nearest layer that has it. */
    <T> Optional<Located<T>> nearest(Function<SiteSpec, Optional<Located<T>>> attribute) {
        return layers.stream()
                .map(layer -> attribute.apply(layer.value()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the attribute of an object from the nearest layer whose object has it. */
    <S, T> Optional<Located<T>> nearest(
            Function<SiteSpec, Optional<Located<S>>> object, Function<S, Optional<Located<T>>> attribute) {
        return layers.stream()
                .map(layer -> object.apply(layer.value()).flatMap(found -> attribute.apply(found.value())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the values of all layers that have one, farthest first: the order in which maps merge. */
    <T> List<Located<T>> all(Function<SiteSpec, Optional<Located<T>>> attribute) {
        List<Located<T>> found = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            attribute.apply(layers.get(i).value()).ifPresent(found::add);
        }
        return found;
    }

    /** Merges maps by key: each key takes the value of the nearest layer. Sorted, since the order in which keys are written says nothing. */
    static <V> Map<String, V> merge(List<Located<Map<String, V>>> farthestFirst) {
        Map<String, V> merged = new TreeMap<>();
        farthestFirst.forEach(layer -> merged.putAll(layer.value()));
        return merged;
    }

    /**
     * Returns what is passed on to the Kubernetes distribution, merged by key from the profile, its defaults for sites, and the site.
     * Lists of arguments are merged by name later, so each key keeps its values of all layers, farthest first.
     */
    static Map<String, List<Located<ConfigValue>>> userConfig(ProfileSpec profile, Optional<Located<SiteSpec>> site) {
        Layers layers = site.map(s -> of(s, profile.site())).orElseGet(() -> of(profile.site()));
        List<Located<Map<String, Located<ConfigValue>>>> all = new ArrayList<>();
        profile.kubernetes().value().config().ifPresent(all::add);
        layers.all(spec -> spec.kubernetes()
                        .flatMap(kubernetes -> kubernetes.value().config()))
                .forEach(all::add);
        Map<String, List<Located<ConfigValue>>> byKey = new TreeMap<>();
        for (Located<Map<String, Located<ConfigValue>>> layer : all) {
            layer.value()
                    .forEach((key, value) ->
                            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(value));
        }
        return byKey;
    }

    /** Returns where something is missing that no layer gives: the nearest object that should hold it. */
    <S> Place nearestPlace(Function<SiteSpec, Optional<Located<S>>> object) {
        return nearest(object).map(Located::place).orElseGet(() -> layers.get(0).place());
    }
}
