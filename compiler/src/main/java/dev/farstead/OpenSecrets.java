// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedRegistry;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.SecretRef;
import java.util.stream.Stream;

/** Finds the secrets that a site names and the caller did not hand in, or not as a line that fits. */
final class OpenSecrets {
    /** More than any token or hash has. */
    private static final int LONGEST = 4096;

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final Input input;

    OpenSecrets(Input input) {
        this.input = input;
    }

    /** Returns a finding for each open or unfit secret of a site, at the name of the secret. */
    Stream<Finding> of(ResolvedSite site) {
        return Stream.of(
                        site.registration().token().stream(),
                        site.clusterToken().stream(),
                        site.profile().content().flatMap(ResolvedContent::registry).stream()
                                .map(ResolvedRegistry::password),
                        site.users().stream().flatMap(user -> user.passwordHash().stream()))
                .flatMap(secrets -> secrets)
                .map(Sourced::value)
                .map(SecretRef::name)
                .distinct()
                .flatMap(name -> input.secrets()
                        .find(site.name().value(), name.value())
                        .map(secret -> isFit(secret.reveal()) ? Stream.<Finding>empty() : Stream.of(unfit(name)))
                        .orElseGet(() -> Stream.of(finding(name))));
    }

    /** A surrogate that is still one code point has no partner. */
    private static boolean isFit(String text) {
        return text.length() <= LONGEST
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || c == LINE_SEPARATOR
                                || c == PARAGRAPH_SEPARATOR
                                || Character.getType(c) == Character.SURROGATE);
    }

    private static Finding unfit(Located<String> name) {
        return RunProblem.UNFIT_SECRET
                .finding(Severity.ERROR)
                .at(name.place())
                .message("secret `" + name.value() + "` is no single line of at most " + LONGEST + " characters")
                .effect("whoever compares it refuses it: hosts do not register or join, or nobody logs in")
                .addFixes(Fix.advice("hand in the secret alone, as one line of UTF-8"))
                .build();
    }

    private Finding finding(Located<String> name) {
        return RunProblem.OPEN_SECRET
                .finding(input.requireSecrets() ? Severity.ERROR : Severity.WARNING)
                .at(name.place())
                .message("secret `" + name.value() + "` was not handed in")
                .effect("a text that its consumer refuses stands in its place, and the output set is not complete")
                .addFixes(Fix.advice("hand it in: on the command line `--secrets DIR` with a file of this name"))
                .build();
    }
}
