// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.net;

import inet.ipaddr.IPAddress;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 network: an address and how many of its leading bits name the network. */
public final class IpPrefix {
    private final IPAddress block;
    private final IpAddress written;

    private IpPrefix(IpAddress written, int length) {
        this.written = written;
        this.block = written.unwrap().toPrefixBlock(length);
    }

    /**
     * Reads a prefix.
     *
     * @param text such as {@code 10.20.4.0/24}; an address with host bits is read too, see {@link #address}
     * @return the prefix, or empty for another form
     */
    public static Optional<IpPrefix> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String digits = text.substring(slash + 1);
        boolean decimal = digits.length() <= 3
                && !digits.isEmpty()
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (!decimal) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return IpAddress.parse(text.substring(0, slash))
                .filter(address -> length <= address.bits())
                .map(address -> new IpPrefix(address, length));
    }

    /**
     * Returns the network of an address.
     *
     * @param address the address
     * @param length the prefix length in bits, 0 to 32 or 128
     * @return the prefix, with the address as written
     */
    public static IpPrefix of(IpAddress address, int length) {
        return new IpPrefix(address, length);
    }

    /**
     * Returns the address as it was written, host bits included.
     *
     * @return the address before the slash
     */
    public IpAddress address() {
        return written;
    }

    /**
     * Returns the lowest address of the network.
     *
     * @return the address whose host bits are all zero
     */
    public IpAddress network() {
        return IpAddress.of(block.getLower());
    }

    /**
     * Returns the highest address of the network.
     *
     * @return for IPv4 the broadcast address
     */
    public IpAddress last() {
        return IpAddress.of(block.getUpper());
    }

    /**
     * Returns the prefix length.
     *
     * @return bits, 0 to 32 or 128
     */
    public int length() {
        return Objects.requireNonNull(block.getNetworkPrefixLength(), "a prefix block has a length");
    }

    /**
     * Tells whether this is an IPv4 network.
     *
     * @return false for IPv6
     */
    public boolean isIpv4() {
        return block.isIPv4();
    }

    /**
     * Tells whether an address lies in this network.
     *
     * @param address the address
     * @return false also for an address of the other family
     */
    public boolean contains(IpAddress address) {
        return block.contains(address.unwrap());
    }

    /**
     * Tells whether another network lies wholly in this one.
     *
     * @param other the other network
     * @return true also when both are equal
     */
    public boolean contains(IpPrefix other) {
        return block.contains(other.block);
    }

    /**
     * Tells whether this network and another share an address. Of two prefixes that do, one contains the other.
     *
     * @param other the other network
     * @return false also for networks of different families
     */
    public boolean overlaps(IpPrefix other) {
        return contains(other) || other.contains(this);
    }

    /**
     * Returns an address of this network by number.
     *
     * @param number 0 for the network address itself, 1 for the first host, …
     * @return the address, or empty where the network ends before it
     */
    public Optional<IpAddress> host(int number) {
        BigInteger size = block.getCount();
        if (number < 0 || size.compareTo(BigInteger.valueOf(number)) <= 0) {
            return Optional.empty();
        }
        return Optional.of(IpAddress.of(block.getLower().increment(number)));
    }

    /**
     * Tells whether an address can be given to a host: it lies in the network and is neither its network nor, for IPv4, its broadcast
     * address.
     *
     * @param address the address
     * @return whether a host may have it
     */
    public boolean isHost(IpAddress address) {
        if (!contains(address)) {
            return false;
        }
        // RFC 3021: both addresses of a /31 are hosts, and so is the only one of a /32.
        boolean pointToPoint = length() >= address.bits() - 1;
        return pointToPoint || (!address.equals(network()) && !(isIpv4() && address.equals(last())));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpPrefix that && block.equals(that.block) && written.equals(that.written);
    }

    @Override
    public int hashCode() {
        return Objects.hash(block, written);
    }

    @Override
    public String toString() {
        return written + "/" + length();
    }
}
