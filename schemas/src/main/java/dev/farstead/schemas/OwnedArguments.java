// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Map;

/** The arguments that a distribution gives its components itself, so that they find each other. Immutable. */
public final class OwnedArguments {
    private final String program;
    private final Map<String, List<String>> components;
    private final String source;

    private OwnedArguments(JsonRecord file) {
        program = file.text("program");
        components = file.entries("components", JsonRecord::texts);
        source = file.source();
        file.end();
    }

    static OwnedArguments read(JsonRecord file) {
        return new OwnedArguments(file);
    }

    /**
     * Returns the program that gives its components these arguments.
     *
     * @return its name as its makers write it, such as {@code K3s}
     */
    public String program() {
        return program;
    }

    /**
     * Returns whether the distribution sets an argument.
     *
     * @param component the component, such as {@code kubelet}
     * @param name name of the argument, without dashes
     * @return true where a second value would take the place of the distribution's
     */
    public boolean owns(String component, String name) {
        return components.getOrDefault(component, List.of()).contains(name);
    }

    /**
     * Returns the arguments of a component.
     *
     * @param component the component
     * @return the names in order; empty for a component without any
     */
    public List<String> of(String component) {
        return components.getOrDefault(component, List.of());
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String source() {
        return source;
    }
}
