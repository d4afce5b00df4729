// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Sourced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a run remembers of a site for rules across sites: 64 bits of the identifier of each host, and of the name of the API. Sites without a
 * hash in common have neither in common; those with one are looked at again. Immutable and thread-safe.
 */
public final class HostHashes {
    /** A second multiplier beside that of {@link String#hashCode}: texts that meet under one seldom meet under the other. */
    private static final int MULTIPLIER = 1_000_003;

    /** No identifier of a host has a colon. */
    private static final String API = "api:";

    private final long[] hashes;

    private HostHashes(long[] hashes) {
        this.hashes = hashes;
    }

    /**
     * Returns the hashes of a site.
     *
     * @param site the site
     * @return one for each host, and one for an endpoint that no other site may have
     */
    public static HostHashes of(ResolvedSite site) {
        return of(Stream.concat(
                        site.hosts().stream().map(ResolvedHost::uid).map(Sourced::value),
                        EndpointKindRules.reachedEverywhere(site).map(name -> API + name.value()).stream())
                .toList());
    }

    static HostHashes of(List<String> uids) {
        return new HostHashes(uids.stream().mapToLong(HostHashes::hash).toArray());
    }

    /** The files of two hosts whose identifiers differ in case only would be one on some file systems. */
    private static long hash(String uid) {
        String folded = uid.toLowerCase(Locale.ROOT);
        int second = 0;
        for (int i = 0; i < folded.length(); i++) {
            second = second * MULTIPLIER + folded.charAt(i);
        }
        return (long) folded.hashCode() << 32 | (second & 0xffff_ffffL);
    }

    /**
     * Finds the sites that may have a host or an endpoint in common with another. Two hosts of one site that meet are for a rule about that site alone.
     *
     * @param sites the sites
     * @return their places in the list, in order
     */
    public static List<Integer> meeting(List<HostHashes> sites) {
        long[] all = sites.stream()
                .flatMapToLong(site -> Arrays.stream(site.hashes).distinct())
                .sorted()
                .toArray();
        long[] twice = new long[all.length];
        int count = 0;
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                twice[count++] = all[i];
            }
        }
        List<Integer> meeting = new ArrayList<>();
        for (int i = 0; i < sites.size() && count > 0; i++) {
            for (long hash : sites.get(i).hashes) {
                if (Arrays.binarySearch(twice, 0, count, hash) >= 0) {
                    meeting.add(i);
                    break;
                }
            }
        }
        return meeting;
    }
}
