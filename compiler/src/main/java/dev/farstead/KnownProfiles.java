// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.resolve.ProfileResolver;
import dev.farstead.compiler.resolve.Resolution;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Profile;
import dev.farstead.schemas.Catalogue;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The profiles of a run, resolved. Filled by one thread, then safe to read by many. */
final class KnownProfiles {
    private final Map<String, ResolvedProfile> resolved = new LinkedHashMap<>();
    private final Set<String> faulty = new HashSet<>();
    private final Names names = new Names("profile");
    private final ProfileResolver resolver;

    KnownProfiles(Catalogue catalogue) {
        this.resolver = new ProfileResolver(catalogue);
    }

    /** Adds the profiles of a source, and logs what is wrong with them. */
    void add(BoundSource source, FindingLog log) {
        for (Located<Profile> profile : source.profiles()) {
            Located<String> name = profile.value().metadata().value().name();
            Optional<Finding> twice = names.add(name.value(), KeptPlace.of(name.place()));
            if (twice.isPresent()) {
                log.add(twice.get());
                continue;
            }
            Resolution<ResolvedProfile> resolution = resolver.resolve(profile);
            resolution.findings().forEach(log::add);
            resolved.put(name.value(), resolution.value());
        }
    }

    /** Adds names of profiles that can't be bound. */
    void addFaulty(Collection<String> profiles) {
        faulty.addAll(profiles);
    }

    List<ResolvedProfile> all() {
        return List.copyOf(resolved.values());
    }

    Optional<ResolvedProfile> find(String name) {
        return Optional.ofNullable(resolved.get(name));
    }

    /** Tells whether a profile of that name is there but can't be bound. */
    boolean isFaulty(String name) {
        return faulty.contains(name);
    }

    List<String> names() {
        return Stream.concat(resolved.keySet().stream(), faulty.stream().sorted())
                .toList();
    }
}
