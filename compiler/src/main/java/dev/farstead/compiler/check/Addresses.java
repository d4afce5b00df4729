// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedSite;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is known of the addresses of a site. */
final class Addresses {
    /** A larger LAN is not searched to its end. */
    private static final int LAST_TRIED = 4096;

    private Addresses() {}

    /** Names an address that no host can have: the first of a network or the last. */
    static String kind(IpAddress address, IpPrefix network) {
        return address.equals(network.network()) ? "network" : "broadcast";
    }

    /** Returns the lowest host number of the LAN that nothing in the specifications has. */
    static Optional<Integer> freeHostNumber(ResolvedSite site) {
        Set<IpAddress> taken = new HashSet<>();
        site.vip().ifPresent(vip -> taken.add(vip.value()));
        site.network().gateway().ifPresent(gateway -> taken.add(gateway.value()));
        Server.of(site).forEach(server -> taken.add(server.address().value()));
        site.hosts()
                .forEach(host -> host.interfaces()
                        .forEach(nic -> taken.add(nic.address().value().address())));
        return site.network().lan().flatMap(lan -> free(lan.value(), taken));
    }

    private static Optional<Integer> free(IpPrefix lan, Set<IpAddress> taken) {
        for (int number = 1; number <= LAST_TRIED; number++) {
            Optional<IpAddress> address = lan.host(number);
            if (address.isEmpty()) {
                return Optional.empty();
            }
            if (lan.isHost(address.get()) && !taken.contains(address.get())) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }
}
