// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.SpecialAddresses;
import dev.farstead.schemas.SpecialAddresses.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses mean what wherever they are.
 *
 * @param special the ranges of the registries of special-purpose addresses
 */
record AddressSpace(List<SpecialAddresses> special) {
    static AddressSpace of(Catalogue catalogue) {
        return new AddressSpace(catalogue.specialAddresses());
    }

    boolean isPublic(IpPrefix prefix) {
        return ranges(Use.PRIVATE, Use.NOBODY).noneMatch(range -> range.contains(prefix))
                && unroutable(prefix).isEmpty();
    }

    /** Returns the range that shares addresses with another one and can't be routed. */
    Optional<IpPrefix> unroutable(IpPrefix prefix) {
        return ranges(Use.NO_MACHINE, Use.LINK).filter(prefix::overlaps).findFirst();
    }

    /** Returns the range of an address that no machine can have, wherever it is. */
    Optional<IpPrefix> noMachines(IpAddress address) {
        return ranges(Use.NO_MACHINE).filter(range -> range.contains(address)).findFirst();
    }

    /** Returns the private ranges, for people. */
    String privateRanges() {
        return String.join(", ", ranges(Use.PRIVATE).map(IpPrefix::toString).toList());
    }

    private Stream<IpPrefix> ranges(Use... uses) {
        return special.stream()
                .filter(range -> Arrays.asList(uses).contains(range.use()))
                .map(range -> IpPrefix.parse(range.range()).orElseThrow());
    }
}
