// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.SiteSpec;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Points findings at the places where resolved values were written. */
final class Written {
    private static final String HOST_NUMBER = "hostNumber";

    private Written() {}

    /** Returns where a value was written, or the first place from which it follows; empty for a default. */
    static Optional<Place> place(Sourced<?> value) {
        return value.origin().places().findFirst();
    }

    /** Makes the place of a value the one that the finding underlines. */
    static void at(Finding.Builder finding, Sourced<?> value) {
        place(value).ifPresent(finding::at);
    }

    /**
     * Underlines the key of the nearest layer of a site that has an attribute. What neither the site nor its profile has is missing in
     * the profile's section about sites, which is one line for all of them.
     */
    static <T> void atNearest(
            Finding.Builder finding, ResolvedSite site, Function<SiteSpec, Optional<Located<T>>> attribute) {
        layers(site)
                .flatMap(layer -> attribute.apply(layer.value()).stream())
                .map(Located::place)
                .findFirst()
                .or(() -> section(site).map(Located::place))
                .ifPresentOrElse(
                        finding::atKey, () -> at(finding, site.profile().name()));
    }

    /** Returns what a site writes itself, then what its profile writes about sites. */
    static Stream<Located<SiteSpec>> layers(ResolvedSite site) {
        return Stream.concat(Stream.of(site.spec().value().spec()), section(site).stream());
    }

    private static Optional<Located<SiteSpec>> section(ResolvedSite site) {
        return site.profile().spec().value().spec().value().site();
    }

    /** Adds the place of a value to those that take part. */
    static void related(Finding.Builder finding, Sourced<?> value, String label) {
        place(value).ifPresent(place -> finding.addRelated(new Related(place.value(), label)));
    }

    /** Adds a fix that writes another text in the place of a value, where the value itself stands there. */
    static void replace(Finding.Builder finding, Sourced<?> value, String text) {
        if (value.origin() instanceof Origin.Written written) {
            finding.addFixes(
                    Fix.of("write `" + text + "`", SpecText.replace(written.place(), text), Fix.Applicability.GUESS));
        }
    }

    /** Adds a fix that writes another host number, where the value came from one. */
    static void renumber(Finding.Builder finding, Sourced<?> value, int number) {
        place(value)
                .filter(place -> place.path().endsWith(HOST_NUMBER))
                .ifPresent(place -> finding.addFixes(Fix.of(
                        "take host number " + number + ", which no host of the site has",
                        new Edit(place.value(), Integer.toString(number)),
                        Fix.Applicability.GUESS)));
    }
}
