// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.SpecialAddresses;
import dev.farstead.schemas.SpecialAddresses.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses mean what wherever they are: the ranges of the registries of special-purpose addresses. Made once for all sites of a run.
 *
 * @param ranges the ranges by who has their addresses
 */
record AddressSpace(Map<Use, List<IpPrefix>> ranges) {
    static AddressSpace of(Catalogue catalogue) {
        return new AddressSpace(catalogue.specialAddresses().stream()
                .collect(Collectors.groupingBy(
                        SpecialAddresses::use,
                        Collectors.mapping(
                                range -> IpPrefix.parse(range.range()).orElseThrow(),
                                Collectors.toUnmodifiableList()))));
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
        return Stream.of(uses).flatMap(use -> ranges.getOrDefault(use, List.of()).stream());
    }
}
