// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.structure.Places;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ImmutableProfile;
import dev.farstead.model.spec.ImmutableSite;
import dev.farstead.model.spec.Profile;
import dev.farstead.model.spec.Site;

/**
 * Makes specification values of documents. It trusts the structure pass: a document in which {@link
 * dev.farstead.compiler.structure.StructureCheck} found something leads to an exception here. Thread-safe.
 */
public final class Binder {
    private Binder() {}

    /**
     * Binds a document of kind {@code Profile}.
     *
     * @param document a document in which the structure pass found nothing
     * @return the profile
     */
    public static Located<Profile> profile(SourceDocument document) {
        return new Located<>(
                ImmutableProfile.builder()
                        .metadata(section(document, "metadata", SiteShapes.METADATA))
                        .spec(section(document, "spec", ProfileShapes.SPEC))
                        .build(),
                Places.root(document));
    }

    /**
     * Binds a document of kind {@code Site}.
     *
     * @param document a document in which the structure pass found nothing
     * @return the site
     */
    public static Located<Site> site(SourceDocument document) {
        return new Located<>(
                ImmutableSite.builder()
                        .metadata(section(document, "metadata", SiteShapes.METADATA))
                        .spec(section(document, "spec", SiteShapes.SPEC))
                        .build(),
                Places.root(document));
    }

    private static <V> Located<V> section(SourceDocument document, String key, Decoder<V> decoder) {
        Place root = Places.root(document);
        return ((SourceMapping) document.root())
                .find(key)
                .map(entry -> decoder.locate(entry.value(), Places.entry(root, entry)))
                .orElseThrow(() ->
                        new IllegalStateException("the structure pass let a document without `" + key + "` through"));
    }
}
