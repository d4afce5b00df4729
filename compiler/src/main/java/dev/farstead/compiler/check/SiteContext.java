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
 * @param catalogue the facts about other programs
 * @param today the day on which expiry is judged, where the caller gives one
 * @param space which addresses mean what
 * @param pems the certificates of the run
 * @param settings what is passed on to components, which many rules look at
 */
record SiteContext(
        ResolvedSite site,
        Catalogue catalogue,
        Optional<LocalDate> today,
        AddressSpace space,
        PemTexts pems,
        Settings settings) {
    /** Returns the context of a site. */
    static SiteContext of(
            ResolvedSite site, Catalogue catalogue, Optional<LocalDate> today, AddressSpace space, PemTexts pems) {
        SiteContext bare = new SiteContext(site, catalogue, today, space, pems, Settings.NONE);
        return new SiteContext(site, catalogue, today, space, pems, Settings.of(bare));
    }

    ResolvedProfile profile() {
        return site.profile();
    }
}
