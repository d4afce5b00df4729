// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.write.Digests;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.SourceText;
import dev.farstead.model.spec.Site;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a run, bound anew whenever they are asked for: what was bound of a whole fleet would not fit in memory. The first few are
 * kept, so that a small run binds everything once. Thread-safe.
 */
final class BoundSources {
    /** Bytes of text whose sources are kept; what is bound takes some twenty times as much. */
    private static final int KEPT_BYTES = 256 << 10;

    private static final byte[] PROFILE = "Profile".getBytes(StandardCharsets.US_ASCII);

    private final List<SourceText> texts;

    /** Numbers of those that have the name of one before. */
    private final BitSet refused = new BitSet();

    private final Limits limits;
    private final AtomicReferenceArray<byte @Nullable []> digests;
    private final ConcurrentHashMap<Integer, BoundSource> kept = new ConcurrentHashMap<>();
    private final AtomicInteger keptBytes = new AtomicInteger();

    /** The folders in the output set that are wanted; absent for all. */
    private final Optional<Predicate<String>> wanted;

    /** Prepares to bind all profiles and sites. */
    BoundSources(Input input) {
        this(input, Optional.empty());
    }

    private BoundSources(Input input, Optional<Predicate<String>> wanted) {
        this.texts = input.sources();
        this.limits = input.limits();
        this.digests = new AtomicReferenceArray<>(texts.size());
        this.wanted = wanted;
        Set<String> names = new HashSet<>();
        for (int number = 0; number < texts.size(); number++) {
            refused.set(number, !names.add(name(number)));
        }
    }

    /**
     * Prepares to bind one profile, or one site and its profile, named by its folder in the output set.
     *
     * @throws UnknownUnitException if it is not there, and no error tells why
     */
    static BoundSources only(Input input, String folder) {
        BoundSources one = new BoundSources(input, Optional.of(folder::equals));
        Set<String> parts = new HashSet<>(Set.of(folder));
        boolean told = false;
        for (int number = 0; number < one.size(); number++) {
            BoundSource source = one.get(number);
            told |= source.holds(folder);
            for (Located<Site> site : source.sites()) {
                site.value().spec().value().profile().ifPresent(profile -> parts.add("profiles/" + profile.value()));
            }
        }
        if (!told) {
            throw new UnknownUnitException(folder);
        }
        return new BoundSources(input, Optional.of(parts::contains));
    }

    /** Tells whether all profiles and sites are wanted. */
    boolean areAll() {
        return wanted.isEmpty();
    }

    int size() {
        return texts.size();
    }

    String name(int number) {
        return texts.get(number).name();
    }

    /** Returns the digest of a source that was bound before. */
    String digest(int number) {
        return Digests.text(Objects.requireNonNull(digests.get(number), "bound before"));
    }

    /**
     * Tells whether a source may hold a profile: a look at its bytes, which spares binding a fleet twice. A name of a kind that is written
     * with escapes is overlooked.
     */
    boolean mayHoldProfile(int number) {
        byte[] bytes = texts.get(number).bytes();
        for (int i = 0; i + PROFILE.length <= bytes.length; i++) {
            int same = 0;
            while (same < PROFILE.length && bytes[i + same] == PROFILE[same]) {
                same++;
            }
            if (same == PROFILE.length) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a source.
     *
     * @throws SourceChangedException if its text is another one than before
     */
    BoundSource get(int number) {
        return get(number, false);
    }

    /**
     * Returns a source of a run without errors.
     *
     * @throws SourceChangedException if its text is another one than before
     */
    BoundSource again(int number) {
        return get(number, true);
    }

    private BoundSource get(int number, boolean judged) {
        BoundSource known = kept.get(number);
        if (known != null) {
            return known;
        }
        String name = name(number);
        if (refused.get(number)) {
            return BoundSource.refused(name);
        }
        byte[] bytes = texts.get(number).bytes();
        byte[] digest = Digests.bytes(bytes);
        byte[] before = digests.getAndSet(number, digest);
        if (before != null && !Arrays.equals(before, digest)) {
            throw new SourceChangedException(name);
        }
        BoundSource whole = BoundSource.of(new SourceText(name, bytes), limits, judged);
        BoundSource bound = wanted.map(whole::only).orElse(whole);
        if (keptBytes.addAndGet(bytes.length) <= KEPT_BYTES) {
            kept.put(number, bound);
        }
        return bound;
    }
}
