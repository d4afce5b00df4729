// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.PackRemoval;
import dev.farstead.schemas.PackRemovals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** FIPS mode and registries of one's own take values out of what a pack brings. */
final class KeptValues {
    private KeptValues() {}

    /** Returns what stays of an argument's values, with the choices that took something out among its origins. */
    static Sourced<List<String>> of(
            PackRemovals all, String argument, List<String> values, String source, ConfigChoices choices) {
        Origin fact = new Origin.Fact("default of the pack", source);
        List<PackRemoval> removals = all.of(argument, choices.removing().keySet()).stream()
                .filter(removal -> values.stream().anyMatch(removal.values()::contains))
                .toList();
        if (removals.isEmpty()) {
            return new Sourced<>(values, fact);
        }
        List<Origin> why = new ArrayList<>(List.of(fact));
        for (PackRemoval removal : removals) {
            why.add(Objects.requireNonNull(choices.removing().get(removal.choice())));
            why.add(new Origin.Fact("values that this choice takes out", removal.source()));
        }
        return new Sourced<>(
                all.kept(argument, values, choices.removing().keySet()),
                new Origin.Inferred("the default of the pack without what a choice takes out", why));
    }
}
