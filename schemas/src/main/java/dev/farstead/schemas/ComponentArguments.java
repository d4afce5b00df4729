// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of the Kubernetes components. Immutable. */
public final class ComponentArguments {
    private final List<KubernetesMinor> minors;
    private final Map<String, Map<String, ComponentArgument>> components;
    private final String source;

    private ComponentArguments(JsonRecord file) {
        minors = file.parsed("minors", KubernetesMinor::parse);
        Map<String, List<String>> sets = file.entries("sets", JsonRecord::texts);
        components = file.entries("components", (all, name) -> component(all, name, sets));
        source = file.source();
        file.end();
    }

    static ComponentArguments read(JsonRecord file) {
        return new ComponentArguments(file);
    }

    private static Map<String, ComponentArgument> component(
            JsonRecord components, String name, Map<String, List<String>> sets) {
        JsonRecord component = components.object(name);
        Map<String, ComponentArgument> found =
                component.named("arguments", fact -> ComponentArgument.read(fact, sets), ComponentArgument::name);
        component.end();
        return found;
    }

    /**
     * Returns the minors that the catalogue covers.
     *
     * @return the minors, oldest first
     */
    public List<KubernetesMinor> minors() {
        return minors;
    }

    /**
     * Returns the components whose arguments are listed.
     *
     * @return the names, such as {@code kube-apiserver}
     */
    public Set<String> components() {
        return components.keySet();
    }

    /**
     * Returns every argument of a component in every covered release.
     *
     * @param component the name
     * @return the arguments in the order of their names; empty for a component that is not listed
     */
    public Collection<ComponentArgument> all(String component) {
        return components.getOrDefault(component, Map.of()).values();
    }

    /**
     * Finds an argument.
     *
     * @param component the name of the component
     * @param name the name of the argument, without dashes before it; an underscore counts as a dash, as the components read it
     * @return the argument, also when only some releases have it
     */
    public Optional<ComponentArgument> argument(String component, String name) {
        return Optional.ofNullable(components.getOrDefault(component, Map.of()).get(name.replace('_', '-')));
    }

    /**
     * Returns the names that a component of a release has: what a misspelt argument may have meant.
     *
     * @param component the name of the component
     * @param version the release
     * @param build the build of the component
     * @return the names in order
     */
    public List<String> names(String component, KubernetesVersion version, ComponentBuild build) {
        return all(component).stream()
                .filter(argument -> argument.in(version, build).isPresent())
                .map(ComponentArgument::name)
                .toList();
    }

    /**
     * Returns where it is stated which components take arguments.
     *
     * @return the upstream repository, tag and path
     */
    public String source() {
        return source;
    }
}
