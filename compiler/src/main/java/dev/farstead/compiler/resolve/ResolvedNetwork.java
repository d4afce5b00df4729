// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The network of a place. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedNetwork {
    /**
     * Returns the LAN.
     *
     * @return the LAN
     */
    Optional<Sourced<IpPrefix>> lan();

    /**
     * Returns the default gateway.
     *
     * @return the default gateway
     */
    Optional<Sourced<IpAddress>> gateway();

    /**
     * Returns the name servers.
     *
     * @return the name servers
     */
    List<Sourced<IpAddress>> nameservers();

    /**
     * Returns the time servers.
     *
     * @return the time servers
     */
    List<Sourced<String>> ntpServers();

    /**
     * Returns the proxy.
     *
     * @return the proxy
     */
    Optional<ResolvedProxy> proxy();

    /**
     * Returns the certificates, each one PEM text.
     *
     * @return the certificates, each one PEM text
     */
    List<Sourced<String>> caCertificates();
}
