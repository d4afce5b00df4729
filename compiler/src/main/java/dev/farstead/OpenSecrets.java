// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedRegistry;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.SecretRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the secrets that a site names and the caller did not hand in, or not in a form that fits. */
final class OpenSecrets {
    /** More than any token or hash has. */
    private static final int LONGEST = 4096;

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final Input input;

    OpenSecrets(Input input) {
        this.input = input;
    }

    /**
     * What is said of the secrets of a site.
     *
     * @param findings one for each that is open or does not fit, at the name of the secret
     * @param open where those that are open are asked for
     */
    record Checked(List<Finding> findings, List<Origin> open) {}

    Checked of(ResolvedSite site) {
        Set<String> hashes =
                hashes(site).map(hash -> hash.value().name().value()).collect(Collectors.toUnmodifiableSet());
        List<Finding> findings = new ArrayList<>();
        List<Origin> open = new ArrayList<>(0);
        Set<String> seen = new HashSet<>();
        for (Sourced<SecretRef> asked : asked(site)) {
            Located<String> name = asked.value().name();
            if (!seen.add(name.value())) {
                continue;
            }
            Optional<Secret> secret = input.secrets().find(site.name().value(), name.value());
            if (secret.isEmpty()) {
                findings.add(open(name));
                open.add(asked.origin());
            } else if (!isFit(secret.get().reveal())) {
                findings.add(unfit(name));
            } else if (hashes.contains(name.value())
                    && !CryptHash.is(secret.get().reveal())) {
                findings.add(noHash(name));
            }
        }
        return new Checked(findings, open);
    }

    private static List<Sourced<SecretRef>> asked(ResolvedSite site) {
        return Stream.of(
                        site.registration().token().stream(),
                        site.clusterToken().stream(),
                        site.profile().content().flatMap(ResolvedContent::registry).stream()
                                .map(ResolvedRegistry::password),
                        hashes(site))
                .flatMap(secrets -> secrets)
                .toList();
    }

    private static Stream<Sourced<SecretRef>> hashes(ResolvedSite site) {
        return site.users().stream().flatMap(user -> user.passwordHash().stream());
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

    private static Finding noHash(Located<String> name) {
        return RunProblem.NO_HASH
                .finding(Severity.ERROR)
                .at(name.place())
                .message("secret `" + name.value() + "` is no hash of a password")
                .effect("nobody logs in with the password, or everybody who reads the user-data does")
                .addFixes(Fix.advice("hand in the line that `openssl passwd -6` prints"))
                .build();
    }

    private Finding open(Located<String> name) {
        return RunProblem.OPEN_SECRET
                .finding(input.requireSecrets() ? Severity.ERROR : Severity.WARNING)
                .at(name.place())
                .message("secret `" + name.value() + "` was not handed in")
                .effect("a text that its consumer refuses stands in its place, and the output set is not complete")
                .addFixes(Fix.advice("hand it in: on the command line `--secrets DIR` with a file of this name"))
                .build();
    }
}
