// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Set;

/**
 * What choices of a profile take out of what Kubernetes packs bring.
 *
 * @param all the removals
 */
public record PackRemovals(List<PackRemoval> all) {
    /** Copies the list. */
    public PackRemovals {
        all = List.copyOf(all);
    }

    static PackRemovals read(JsonRecord file) {
        PackRemovals removals = new PackRemovals(file.objects("removals", PackRemoval::read));
        file.end();
        return removals;
    }

    /**
     * Returns the removals that concern an argument.
     *
     * @param argument the flag without dashes
     * @param choices the choices of the profile
     * @return the removals; empty when every value may stay
     */
    public List<PackRemoval> of(String argument, Set<PackChoice> choices) {
        return all.stream()
                .filter(removal ->
                        choices.contains(removal.choice()) && removal.argument().equals(argument))
                .toList();
    }

    /**
     * Returns what stays of an argument's values.
     *
     * @param argument the flag without dashes
     * @param values its values
     * @param choices the choices of the profile
     * @return the values that stay, in order
     */
    public List<String> kept(String argument, List<String> values, Set<PackChoice> choices) {
        List<PackRemoval> removals = of(argument, choices);
        return values.stream()
                .filter(value ->
                        removals.stream().noneMatch(removal -> removal.values().contains(value)))
                .toList();
    }
}
