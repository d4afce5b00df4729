// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.net;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 address. */
public final class IpAddress implements Comparable<IpAddress> {
    // Strict on purpose: what one program reads as octal and the next as decimal is refused.
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowMask(false)
            .allowPrefix(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .allowUnlimitedLeadingZeros(false)
            .allowBinary(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowMixed(false)
            .allowBase85(false)
            .allowBinary(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getParentBuilder()
            .toParams();

    private final IPAddress address;

    private IpAddress(IPAddress address) {
        this.address = address;
    }

    static IpAddress of(IPAddress address) {
        return new IpAddress(address.withoutPrefixLength());
    }

    /**
     * Reads an address.
     *
     * @param text such as {@code 10.20.4.11} or {@code fd00::1}; no prefix length, no leading zeros, no zone
     * @return the address, or empty for another form
     */
    public static Optional<IpAddress> parse(String text) {
        // The library skips blanks at either end.
        if (!text.chars().allMatch(IpAddress::isOfAddress)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(new IPAddressString(text, STRICT).toAddress()));
        } catch (AddressStringException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfAddress(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' || c == ':';
    }

    /**
     * Tells whether this is an IPv4 address.
     *
     * @return false for IPv6
     */
    public boolean isIpv4() {
        return address.isIPv4();
    }

    /**
     * Returns the width of the address.
     *
     * @return 32 or 128 bits
     */
    int bits() {
        return address.getBitCount();
    }

    IPAddress unwrap() {
        return address;
    }

    @Override
    public int compareTo(IpAddress other) {
        return bits() == other.bits() ? value().compareTo(other.value()) : Integer.compare(bits(), other.bits());
    }

    BigInteger value() {
        return address.getValue();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address);
    }

    @Override
    public String toString() {
        return address.toCanonicalString();
    }
}
