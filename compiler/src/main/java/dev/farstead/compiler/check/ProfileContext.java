// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.schemas.Catalogue;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule about profiles looks at.
 *
 * @param profile the profile
 * @param catalogue the facts
 * @param today the day on which expiry is judged, where the caller gives one
 * @param space which addresses mean what
 */
record ProfileContext(ResolvedProfile profile, Catalogue catalogue, Optional<LocalDate> today, AddressSpace space) {}
