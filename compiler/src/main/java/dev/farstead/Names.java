// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.resolve.Problem;
import dev.farstead.compiler.spelling.KnownNames;
import dev.farstead.compiler.spelling.NearNames;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Located;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of documents of one kind; not thread-safe. */
final class Names {
    private final String kind;
    private final Map<String, KeptPlace> names = new HashMap<>();

    Names(String kind) {
        this.kind = kind;
    }

    /** Adds a name, or says that it is taken. Case is ignored, since each name becomes a folder. */
    Optional<Finding> add(String name, KeptPlace place) {
        KeptPlace other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), place);
        if (other == null) {
            return Optional.empty();
        }
        return Optional.of(Problem.NAME_TWICE
                .at(place.place())
                .message("a second " + kind + " is named `" + name + "`")
                .addRelated(new Related(other.place().value(), "the first one is named here"))
                .effect("both would have the same folder of output and the same identifiers")
                .addFixes(Fix.advice("give each " + kind + " a name of its own"))
                .build());
    }

    static Finding unknownProfile(Located<String> wanted, KnownNames known) {
        Finding.Builder finding =
                Problem.UNKNOWN_PROFILE.at(wanted.place()).message("no profile is named `" + wanted.value() + "`");
        NearNames names = known.near(wanted.value());
        if (!known.isEmpty()) {
            finding.addValues("profiles: " + names.words());
        }
        names.nearest()
                .ifPresent(near -> finding.addFixes(Fix.of(
                        "write `" + near + "`", SpecText.replace(wanted.place(), near), Fix.Applicability.GUESS)));
        return finding.addFixes(Fix.advice("hand in the file that holds the profile"))
                .build();
    }
}
