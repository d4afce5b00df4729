// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import io.vavr.collection.Vector;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of a Kubernetes distribution. Persistent, so that ten thousand sites share what they don't change.
 */
public sealed interface KubernetesConfig permits FileConfig, KubeadmConfig {
    /**
     * Finds an argument of a component.
     *
     * @param component the component, such as {@code kube-apiserver}
     * @param name name of the argument, without dashes
     * @return the last argument of that name, which is the one that counts; empty where none is set
     */
    Optional<Argument> argument(String component, String name);

    /**
     * Returns the file from which the API server takes the configuration of its admission plug-ins.
     *
     * @return its path on control-plane hosts; empty where none is set, or the author has a file of their own
     */
    default Optional<Sourced<String>> admissionFile() {
        return argument("kube-apiserver", "admission-control-config-file")
                .map(argument -> new Sourced<>(argument.value(), argument.origin()));
    }

    /**
     * Returns the domain of the cluster's own names.
     *
     * @return the domain; empty where it is that of all clusters
     */
    Optional<Sourced<String>> clusterDomain();

    /**
     * Returns every text that reaches the output.
     *
     * @return the texts with their origins, in order
     */
    Stream<Sourced<String>> texts();

    /** The value of a key. */
    sealed interface Entry {
        /**
         * Returns where the value comes from.
         *
         * @return the origin
         */
        Origin origin();
    }

    /**
     * One value.
     *
     * @param value the value, not a list
     * @param origin where it comes from
     */
    record Scalar(ConfigValue value, Origin origin) implements Entry {}

    /**
     * A list of texts that replaces as a whole.
     *
     * @param items the items
     * @param origin where the list comes from
     */
    record Items(Vector<Sourced<String>> items, Origin origin) implements Entry {}

    /**
     * Arguments of a component, merged by name.
     *
     * @param arguments the arguments in order
     * @param origin where the list comes from
     */
    record Arguments(Vector<Argument> arguments, Origin origin) implements Entry {}

    /**
     * One argument.
     *
     * @param name name of the flag, without dashes
     * @param operator empty to set, {@code +} to append, {@code -} to prepend
     * @param value the value
     * @param origin where it comes from
     */
    record Argument(String name, String operator, String value, Origin origin) {
        /**
         * Reads an argument.
         *
         * @param text such as {@code audit-log-maxage=30}, {@code --v=2} or {@code feature-gates+=A=true}; a name alone means true
         * @param origin where it comes from
         * @return the argument
         */
        public static Argument parse(String text, Origin origin) {
            String bare = text.startsWith("--") ? text.substring(2) : text;
            int equals = bare.indexOf('=');
            String name = equals < 0 ? bare : bare.substring(0, equals);
            String value = equals < 0 ? "true" : bare.substring(equals + 1);
            String operator = "";
            if (equals > 0 && (name.endsWith("+") || name.endsWith("-"))) {
                operator = name.substring(name.length() - 1);
                name = name.substring(0, name.length() - 1);
            }
            return new Argument(name, operator, value, origin);
        }

        /**
         * Returns the argument as the distribution reads it.
         *
         * @return name, operator, {@code =}, value
         */
        public String text() {
            return name + operator + "=" + value;
        }
    }
}
