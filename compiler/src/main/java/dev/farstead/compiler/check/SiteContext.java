// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.schemas.Catalogue;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule about sites looks at.
 *
 * @param site the site
 * @param fleet facts about all sites of the run, this one among them
 * @param catalogue the facts about other programs
 * @param today the day on which expiry is judged, where the caller gives one
 */
record SiteContext(ResolvedSite site, FleetIndex fleet, Catalogue catalogue, Optional<LocalDate> today) {
    ResolvedProfile profile() {
        return site.profile();
    }
}
