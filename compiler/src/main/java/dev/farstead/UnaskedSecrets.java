// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.spelling.KnownNames;
import dev.farstead.compiler.spelling.Slip;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.secret.KeptSecret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the secrets that were handed in and nobody asked for. What is certainly a mistake is told one by one; what may be for sites of
 * another run is one note, and nothing where there is more of it than this run compiles. Used once and by one thread; of each other site
 * one secret is remembered.
 */
final class UnaskedSecrets {
    /** So many pairs of a site of others and one that is compiled are compared; they take a second. */
    private static final int MOST_COMPARED = 5_000_000;

    private static final int SHOWN = 5;

    private final AskedSecrets secrets;
    private final Set<String> sites;
    private final boolean whole;

    private final List<KeptSecret> shared = new ArrayList<>();
    private final Set<String> sitesWithOwn = new HashSet<>();
    private final List<KeptSecret> others = new ArrayList<>();
    private final List<KeptSecret> group = new ArrayList<>();
    private @Nullable Map<String, Set<String>> asked;

    /**
     * Prepares to look.
     *
     * @param secrets what was asked for
     * @param sites the sites that asked for all that they need
     * @param whole whether these are all sites of the sources
     */
    UnaskedSecrets(AskedSecrets secrets, Set<String> sites, boolean whole) {
        this.secrets = secrets;
        this.sites = sites;
        this.whole = whole;
    }

    void tell(FindingLog log) {
        if (sites.isEmpty()) {
            return;
        }
        secrets.eachKept(secret -> {
            if (!group.isEmpty() && !group.get(0).site().equals(secret.site())) {
                endGroup(log);
            }
            group.add(secret);
        });
        endGroup(log);
        if (whole) {
            tellOfOthers(log);
        }
    }

    /** Only made where something was handed in that nobody asked for. */
    private Map<String, Set<String>> asked() {
        if (asked == null) {
            asked = secrets.bySite();
        }
        return asked;
    }

    private void endGroup(FindingLog log) {
        if (group.isEmpty()) {
            return;
        }
        KeptSecret first = group.get(0);
        if (first.site().isEmpty()) {
            shared.addAll(group);
        } else if (sites.contains(first.site())) {
            sitesWithOwn.add(first.site());
            tellOfSite(first.site(), log);
        } else {
            others.add(first);
        }
        group.clear();
    }

    private void tellOfSite(String site, FindingLog log) {
        if (group.stream().allMatch(secret -> secrets.wasAsked(site, secret.name()))) {
            return;
        }
        Set<String> own = group.stream().map(KeptSecret::name).collect(Collectors.toSet());
        List<String> names = List.copyOf(asked().getOrDefault(site, Set.of()));
        List<String> withoutOwn =
                names.stream().filter(name -> !own.contains(name)).toList();
        for (KeptSecret secret : group) {
            if (!secrets.wasAsked(site, secret.name())) {
                Optional<String> meant =
                        KnownNames.of(withoutOwn).near(secret.name()).nearest();
                log.add(
                        RunProblem.UNASKED_SECRET
                                .finding(Severity.WARNING)
                                .message("secret `" + secret.name()
                                        + "` was handed in for a site that asks for none of this name")
                                .addValues(secret.where() + " is that of `" + site + "`, which asks for "
                                        + (names.isEmpty()
                                                ? "no secret"
                                                : KnownNames.of(names)
                                                        .near(secret.name())
                                                        .words()))
                                .effect(meant.map(name -> gets(site, name)).orElse("nothing gets it"))
                                .addFixes(Fix.advice(meant.map(UnaskedSecrets::rename)
                                        .orElse("remove it, or name it where it is needed")))
                                .build(),
                        site);
            }
        }
    }

    private String gets(String site, String name) {
        return secrets.isOpen(site, name)
                ? "nothing gets it, and secret `" + name + "` of the site stays open"
                : "nothing gets it, and the site gets the secret `" + name + "` that is there for all sites";
    }

    private static String rename(String name) {
        return "rename it to `" + name + "` if that is what it is; else remove it";
    }

    private void tellOfOthers(FindingLog log) {
        List<KeptSecret> strange = new ArrayList<>();
        List<String> withoutOwn =
                sites.stream().filter(site -> !sitesWithOwn.contains(site)).toList();
        int compared = MOST_COMPARED / Math.max(withoutOwn.size(), 1);
        for (KeptSecret other : others) {
            Optional<String> meant = compared-- > 0
                    ? withoutOwn.stream()
                            .filter(site -> Slip.is(other.site(), site))
                            .findFirst()
                    : Optional.empty();
            meant.ifPresentOrElse(site -> log.add(mistyped(other, site)), () -> strange.add(other));
        }
        List<KeptSecret> left = tellOfShared(log);
        boolean part = !strange.isEmpty() && strange.size() >= sites.size();
        if (!part && (!left.isEmpty() || !strange.isEmpty())) {
            log.add(rest(left, strange));
        }
    }

    private static Finding mistyped(KeptSecret secret, String site) {
        return RunProblem.UNASKED_SECRET
                .finding(Severity.WARNING)
                .message("secrets were handed in for `" + secret.site() + "`, and no site of the sources has this name")
                .addValues(secret.where() + " is the first of them; site `" + site + "` has none of its own")
                .effect("nothing gets them, and `" + site + "` gets what is there for all sites")
                .addFixes(Fix.advice("rename `" + secret.site() + "` to `" + site
                        + "` if these are its secrets; else hand them in with their site"))
                .build();
    }

    /** Returns those that may be for others. */
    private List<KeptSecret> tellOfShared(FindingLog log) {
        if (shared.isEmpty()) {
            return List.of();
        }
        Set<String> wanted = asked().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        KnownNames open = KnownNames.of(secrets.open());
        List<KeptSecret> left = new ArrayList<>();
        for (KeptSecret secret : shared) {
            if (!wanted.contains(secret.name())) {
                Optional<String> meant = open.near(secret.name())
                        .nearest()
                        .filter(name -> !digitsApart(name).equals(digitsApart(secret.name())));
                meant.ifPresentOrElse(name -> log.add(misspelt(secret, name)), () -> left.add(secret));
            }
        }
        return left;
    }

    private static String digitsApart(String name) {
        return name.replaceAll("[0-9]+", "0");
    }

    private static Finding misspelt(KeptSecret secret, String name) {
        return RunProblem.UNASKED_SECRET
                .finding(Severity.WARNING)
                .message("secret `" + secret.name() + "` was handed in and nothing asks for it")
                .addValues(secret.where() + "; secret `" + name + "` was not handed in")
                .effect("nothing gets it, and secret `" + name + "` stays open")
                .addFixes(Fix.advice(rename(name)))
                .build();
    }

    private static Finding rest(List<KeptSecret> left, List<KeptSecret> strange) {
        Finding.Builder finding = RunProblem.OTHER_SECRETS.finding(Severity.NOTE);
        finding.message("secrets were handed in that nothing asks for");
        if (!left.isEmpty()) {
            finding.addValues(
                    "for all sites: " + few(left.stream().map(KeptSecret::where).toList(), left.size()));
        }
        if (!strange.isEmpty()) {
            finding.addValues("of sites that are not among the sources: "
                    + few(strange.stream().map(KeptSecret::site).toList(), strange.size()));
        }
        return finding.effect("nothing gets them")
                .addFixes(Fix.advice("remove what is left over; what is for others may stay"))
                .build();
    }

    private static String few(List<String> names, int all) {
        String words = String.join(", ", names.subList(0, Math.min(names.size(), SHOWN)));
        return all > SHOWN ? String.format(Locale.ROOT, "%s (%d of %,d)", words, SHOWN, all) : words;
    }
}
