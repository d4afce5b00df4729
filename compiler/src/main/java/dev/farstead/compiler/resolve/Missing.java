// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.Site;

/** Says that no layer gives a value. */
final class Missing {
    private Missing() {}

    /** Returns the finding at the key of the object that should hold the value. */
    static Finding value(Located<Site> site, ResolvedProfile profile, Place holder, String path) {
        String name = site.value().metadata().value().name().value();
        return Problem.MISSING_VALUE
                .atKey(holder)
                .message("site `" + name + "` has no `" + path + "`, and its profile `"
                        + profile.name().value() + "` gives no default")
                .addFixes(Fix.advice("set `spec." + path + "` in the site, or `spec.site." + path
                        + "` in the profile for all its sites"))
                .build();
    }
}
