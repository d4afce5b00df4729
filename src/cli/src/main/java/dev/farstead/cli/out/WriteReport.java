// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What writing did.
 *
 * @param units what happened to each profile and site folder, by its path such as {@code sites/store-0412}, in the order of the set
 * @param indexChanged whether {@code index.json} is another one than before
 * @param kept paths of files that an earlier run wrote, that are no longer part of the set, and that were edited since: they stay
 * @param aside files of the set that were edited since an earlier run wrote them, and where the edited ones stand now
 * @param notices what else the person should know, such as that an interrupted run was tidied up; a line each
 */
public record WriteReport(
        Map<String, Change> units,
        boolean indexChanged,
        List<String> kept,
        Map<String, String> aside,
        List<String> notices) {
    /** Copies the collections. */
    public WriteReport {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        kept = List.copyOf(kept);
        aside = Collections.unmodifiableMap(new LinkedHashMap<>(aside));
        notices = List.copyOf(notices);
    }

    /**
     * Tells whether the target was as it should be.
     *
     * @return whether nothing was written or removed
     */
    public boolean nothingChanged() {
        return !indexChanged && units.values().stream().allMatch(change -> change == Change.UNCHANGED);
    }
}
