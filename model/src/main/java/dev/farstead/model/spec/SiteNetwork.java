// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The network of a place. */
@Value.Immutable
@SpecStyle
public interface SiteNetwork {
    /**
     * Returns the prefix of the LAN.
     *
     * @return the prefix of the LAN
     */
    Optional<Located<String>> lan();

    /**
     * Returns the default gateway.
     *
     * @return the default gateway
     */
    Optional<Located<AddressChoice>> gateway();

    /**
     * Returns the name servers.
     *
     * @return the name servers
     */
    Optional<Located<List<Located<AddressChoice>>>> nameservers();

    /**
     * Returns the time servers, names or addresses.
     *
     * @return the time servers, names or addresses
     */
    Optional<Located<List<Located<AddressChoice>>>> ntpServers();

    /**
     * Returns the proxy.
     *
     * @return the proxy
     */
    Optional<Located<Proxy>> proxy();

    /**
     * Returns the certificates of private authorities, each one PEM text.
     *
     * @return the certificates of private authorities, each one PEM text
     */
    Optional<Located<List<Located<TextChoice>>>> caCertificates();

    /**
     * Returns the range of pod addresses, instead of the profile's.
     *
     * @return the range of pod addresses, instead of the profile's
     */
    Optional<Located<String>> podCidr();

    /**
     * Returns the range of service addresses, instead of the profile's.
     *
     * @return the range of service addresses, instead of the profile's
     */
    Optional<Located<String>> serviceCidr();
}
