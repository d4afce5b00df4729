// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Hosts and ports, alone and in URLs. */
final class Hosts {
    static final int LARGEST_PORT = 65_535;

    private Hosts() {}

    /** Tells whether a text is a host name or an IP address. */
    static boolean isHost(String text) {
        return DnsNames.isHostName(text) || IpAddress.parse(text).isPresent();
    }

    static boolean isPort(int port) {
        return port >= 1 && port <= LARGEST_PORT;
    }

    /** Returns what a URL means; empty where a text is none. */
    static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a URL has a host, and a port that exists if any. */
    static boolean isReachable(URI url) {
        return url.getHost() != null && (url.getPort() < 0 || isPort(url.getPort()));
    }
}
