// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Sourced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
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

    /** The hash of an endpoint that the profile gives all its sites. */
    private final OptionalLong inherited;

    private HostHashes(long[] hashes, OptionalLong inherited) {
        this.hashes = hashes;
        this.inherited = inherited;
    }

    /** Returns one hash for each host of a site, and one for an endpoint that no other site should have. */
    static HostHashes of(ResolvedSite site, AddressSpace space) {
        List<String> uids =
                site.hosts().stream().map(ResolvedHost::uid).map(Sourced::value).toList();
        Optional<Sourced<String>> api = EndpointKindRules.reachedEverywhere(site, space);
        boolean inherits =
                site.spec().value().spec().value().controlPlaneEndpoint().isEmpty();
        return of(uids, api.map(Sourced::value), inherits);
    }

    static HostHashes of(List<String> uids, Optional<String> api, boolean inherits) {
        Optional<String> named = api.map(name -> API + name);
        Stream<String> own = Stream.concat(uids.stream(), inherits ? Stream.empty() : named.stream());
        OptionalLong inherited = named.stream()
                .filter(name -> inherits)
                .mapToLong(HostHashes::hash)
                .findFirst();
        return new HostHashes(own.mapToLong(HostHashes::hash).toArray(), inherited);
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
     * Finds the sites that may have a host or an endpoint in common with another. Two hosts of one site that meet are for a rule about that site
     * alone. Of the sites that have their endpoint from a profile two are enough: it stands on one line, and they may be all there are.
     *
     * @param sites the sites
     * @return their places in the list, in order
     */
    public static List<Integer> meeting(List<HostHashes> sites) {
        long[] all = sites.stream()
                .flatMapToLong(
                        site -> LongStream.concat(Arrays.stream(site.hashes).distinct(), site.inherited.stream()))
                .sorted()
                .toArray();
        long[] twice = new long[all.length];
        int count = 0;
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                twice[count++] = all[i];
            }
        }
        long[] met = Arrays.copyOf(twice, count);
        Map<Long, Integer> inheriting = new HashMap<>();
        List<Integer> meeting = new ArrayList<>();
        for (int i = 0; i < sites.size() && met.length > 0; i++) {
            HostHashes site = sites.get(i);
            boolean own = Arrays.stream(site.hashes).anyMatch(hash -> Arrays.binarySearch(met, hash) >= 0);
            boolean passedOn = site.inherited.stream()
                    .filter(hash -> Arrays.binarySearch(met, hash) >= 0)
                    .anyMatch(hash -> inheriting.merge(hash, 1, Integer::sum) <= 2);
            if (own || passedOn) {
                meeting.add(i);
            }
        }
        return meeting;
    }
}
