// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** When releases came out and how long they are maintained. Immutable. */
public final class Lifecycle {
    private final Map<KubernetesMinor, LocalDate> endOfLife;
    private final String endOfLifeSource;
    private final Map<String, Support> support;
    private final Map<String, List<PublishedRelease>> releases;

    private Lifecycle(JsonRecord file) {
        JsonRecord upstream = file.object("kubernetes");
        endOfLife =
                KubernetesMinors.keys(upstream, "endOfLife", (minors, minor) -> LocalDate.parse(minors.text(minor)));
        endOfLifeSource = upstream.source();
        upstream.end();
        support = file.entries("support", Support::read);
        Map<String, List<PublishedRelease>> found = new LinkedHashMap<>();
        JsonRecord published = file.object("releases");
        for (String flavor : published.names()) {
            JsonRecord list = published.object(flavor);
            found.put(flavor, list.objects("tags", PublishedRelease::read));
            list.end();
        }
        releases = Ordered.copy(found);
        file.end();
    }

    static Lifecycle read(JsonRecord file) {
        return new Lifecycle(file);
    }

    /**
     * How long a distribution is maintained.
     *
     * @param monthsAfterUpstream the months after the end of life of Kubernetes itself
     * @param source the document
     */
    public record Support(int monthsAfterUpstream, String source) {
        static Support read(JsonRecord flavors, String flavor) {
            JsonRecord fact = flavors.object(flavor);
            Support read = new Support(fact.integer("monthsAfterUpstream"), fact.source());
            fact.end();
            return read;
        }
    }

    /**
     * Returns the last day on which a minor of a distribution is maintained.
     *
     * @param flavor the distribution as specifications write it
     * @param minor the minor release
     * @return the day, or empty for a flavor or a minor that the catalogue does not cover
     */
    public Optional<LocalDate> endOfLife(String flavor, KubernetesMinor minor) {
        LocalDate upstream = endOfLife.get(minor);
        return upstream == null
                ? Optional.empty()
                : support(flavor).map(months -> upstream.plusMonths(months.monthsAfterUpstream()));
    }

    /**
     * Returns where the end of life of Kubernetes itself is stated.
     *
     * @return the document
     */
    public String endOfLifeSource() {
        return endOfLifeSource;
    }

    /**
     * Returns how long a distribution is maintained.
     *
     * @param flavor the distribution as specifications write it
     * @return the rule, or empty for a flavor that the catalogue does not cover
     */
    public Optional<Support> support(String flavor) {
        return Optional.ofNullable(support.get(flavor));
    }

    /**
     * Returns the releases of a distribution.
     *
     * @param flavor the distribution as specifications write it
     * @return the releases, oldest minor and patch first; empty for a flavor that the catalogue does not cover
     */
    public List<PublishedRelease> releases(String flavor) {
        return Objects.requireNonNullElse(releases.get(flavor), List.of());
    }

    /**
     * Returns what a plain minor means on hosts without the agent.
     *
     * @param flavor the distribution as specifications write it
     * @param minor the minor release
     * @return the newest release that is not withdrawn; empty for a flavor or a minor that the catalogue does not cover
     */
    public Optional<PublishedRelease> newest(String flavor, KubernetesMinor minor) {
        return releases(flavor).stream()
                .filter(release -> release.version().minor().equals(minor) && !release.withdrawn())
                .reduce((older, newer) -> newer);
    }

    /**
     * Finds the newest build of a Kubernetes release.
     *
     * @param flavor the distribution as specifications write it
     * @param version the Kubernetes release
     * @return the last build that is not withdrawn, or empty when the distribution never published the release
     */
    public Optional<PublishedRelease> release(String flavor, KubernetesVersion version) {
        return releases(flavor).stream()
                .filter(release -> release.version().equals(version) && !release.withdrawn())
                .reduce((older, newer) -> newer);
    }
}
