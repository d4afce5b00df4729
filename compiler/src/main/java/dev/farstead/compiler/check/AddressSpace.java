// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which addresses mean what wherever they are: the registry of special-purpose addresses. */
final class AddressSpace {
    private static final List<IpPrefix> PRIVATE =
            prefixes("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

    /** Set aside for documents and tests: nobody's servers have them. */
    private static final List<IpPrefix> NOBODYS =
            prefixes("192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24");

    /** Means a host itself, many machines or none: no single other machine has them. */
    private static final List<IpPrefix> NO_MACHINES =
            prefixes("0.0.0.0/8", "127.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "::/127", "ff00::/8");

    private static final List<IpPrefix> SPECIAL = Stream.concat(
                    NO_MACHINES.stream(), prefixes("169.254.0.0/16").stream())
            .toList();

    private AddressSpace() {}

    static boolean isPublic(IpPrefix prefix) {
        return Stream.concat(PRIVATE.stream(), NOBODYS.stream()).noneMatch(range -> range.contains(prefix))
                && special(prefix).isEmpty();
    }

    /** Returns the range that shares addresses with another one and can't be routed. */
    static Optional<IpPrefix> special(IpPrefix prefix) {
        return SPECIAL.stream().filter(prefix::overlaps).findFirst();
    }

    /** Returns the range of an address that no machine can have, wherever it is. */
    static Optional<IpPrefix> noMachines(IpAddress address) {
        return NO_MACHINES.stream().filter(range -> range.contains(address)).findFirst();
    }

    /** Returns the private ranges, for people. */
    static String privateRanges() {
        return String.join(", ", PRIVATE.stream().map(IpPrefix::toString).toList());
    }

    static List<IpPrefix> prefixes(String... texts) {
        return Stream.of(texts).map(text -> IpPrefix.parse(text).orElseThrow()).toList();
    }
}
