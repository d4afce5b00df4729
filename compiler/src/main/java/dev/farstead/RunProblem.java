// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be said of a run as a whole. */
enum RunProblem {
    /** The limit of findings is reached. */
    TOO_MANY_FINDINGS(
            "SPEC-901",
            Severity.NOTE,
            "there are more findings than are kept",
            """
            The number of findings of a run is limited, so that a broken generator can't fill a disk. Mend the first ones and \
            run again.""",
            "findings up to the limit",
            "more findings than the limit"),
    /** Two sources have one name. */
    SOURCE_TWICE(
            "SPEC-902",
            Severity.ERROR,
            "two sources have the same name",
            """
            A finding tells its place by the name of the source, a line and a column. Of two sources of one name nobody could tell which is \
            meant, so the second one is not read.""",
            "sources named `store-0412.yaml` and `store-0413.yaml`",
            "two sources named `store-0412.yaml`"),
    /** A secret was not handed in. */
    OPEN_SECRET(
            "SEC-001",
            Severity.WARNING,
            "a secret is still open",
            """
            A text that its consumer refuses stands in the place of the secret, and `index.json` says `complete: false`. So files \
            can be reviewed without secrets, but not be used by mistake. With `--require-secrets` an open secret is an error.""",
            "token: {secretRef: registration-token}  # and the secret is handed in",
            "token: {secretRef: registration-token}  # and the secret is not handed in"),
    /** A secret is nothing that a line can carry. */
    UNFIT_SECRET(
            "SEC-002",
            Severity.ERROR,
            "a secret is no single line of a fitting length",
            """
            Tokens, passwords and their hashes are one line of at most 4,096 characters. A line break or more text comes from a copy of \
            more than the secret, and another control character or half a character from a file of another encoding; whoever compares it \
            refuses it. On the command line one line break at the end of a file is no part of the secret.""",
            "token: {secretRef: registration-token}  # and the secret is one line",
            "token: {secretRef: registration-token}  # and the secret is two lines"),
    /** A secret was handed in under a name that is a mistake. */
    UNASKED_SECRET(
            "SEC-018",
            Severity.WARNING,
            "a secret was handed in that nothing asks for",
            """
            A secret is found by its name and that of its site. Under another name nobody finds it: the site gets the secret that all \
            sites share, which works until somebody relies on its own, or the secret stays open. Told are secrets of a site that is \
            compiled and asks for none of that name, those of a site whose name is that of a compiled one but for a slip, and those \
            for all sites whose name is nearly that of one that is open.""",
            "token: {secretRef: registration-token}  # and `store-0412/registration-token` is handed in",
            "token: {secretRef: registration-token}  # and `store-0412/registration-tokn` is handed in"),
    /** Secrets were handed in that may be for others. */
    OTHER_SECRETS(
            "SEC-019",
            Severity.NOTE,
            "secrets were handed in that no compiled site asks for",
            """
            They are left over, or for sites and profiles that are compiled in another run. Where secrets of more sites are there than are \
            compiled, the run is one for a part of a fleet, and nothing is said.""",
            "secrets of sites that are compiled",
            "a secret of `store-0413`, and that is not among the sources"),
    /** A secret for a password is no hash. */
    NO_HASH(
            "SEC-052",
            Severity.ERROR,
            "the secret for a password is no hash of it",
            """
            Systems keep passwords as hashes, in forms that crypt(5) names: `$6$`, a salt, `$` and 86 letters for SHA-512. A hash that \
            is cut off fits no password. Nor does a password in the open, unless the agent takes it for one: then everybody who reads \
            the user-data reads it. A hash of a method that is not known here is passed on as it is.""",
            "passwordHash: {secretRef: ops-password}  # and the secret is what `openssl passwd -6` prints",
            "passwordHash: {secretRef: ops-password}  # and the secret is the password itself");

    private final Explanation explanation;

    RunProblem(String code, Severity severity, String title, String why, String good, String bad) {
        this.explanation = new Explanation(code, severity, title, why, List.of(), "", false, good, bad);
    }

    static Stream<Explanation> explanations() {
        return Arrays.stream(values()).map(problem -> problem.explanation);
    }

    /** Whether a finding tells of a secret that was handed in or should have been. */
    static boolean isOfSecret(Finding finding) {
        return Stream.of(OPEN_SECRET, UNFIT_SECRET, NO_HASH, UNASKED_SECRET)
                .anyMatch(problem -> problem.explanation.code().equals(finding.code()));
    }

    Finding.Builder finding(Severity severity) {
        Finding.Builder builder = Finding.builder();
        builder.code(explanation.code()).severity(severity);
        return builder;
    }
}
