// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what has the form of a secret in texts that people see: user and password of an address, and what stands behind a key such as
 * {@code password}. What a specification says to be a secret is typed, and needs none of this; here it is about secrets in the wrong place.
 * Stateless and thread-safe.
 */
public final class Concealment {
    private static final String DOT = "\u2022";

    /** What a name ends in that stands for a secret itself, and not for a file or an object that holds one. */
    private static final String NAME =
            "(?<!config-)(password|password-?hash|passwd|passphrase|secret|token|secret-?key|credentials?|psk|vpn-auth"
                    + "|private-?key|certificate-?key)";

    private static final Pattern SECRET_NAME = Pattern.compile(".*" + NAME, Pattern.CASE_INSENSITIVE);

    /** A whole reference, and what may follow it. */
    private static final String REFERENCE =
            "\\{\\s*[\"']?secretRef[\"']?\\s*:\\s*[\"']?[A-Za-z0-9][A-Za-z0-9._-]*[\"']?\\s*}\\s*([,}\\]#]|$)";

    /** A key of such a name, and its value to the end of the line; a reference is no secret. */
    private static final Pattern NAMED = Pattern.compile(
            NAME + "[\"']?(\\s*:\\s+|\\s*=\\s*|:(?=[\"']))(?!" + REFERENCE + ")(?<value>\\S.*)",
            Pattern.CASE_INSENSITIVE);

    private Concealment() {}

    /**
     * Tells whether a text holds the user or the password of an address.
     *
     * @param text any text
     * @return whether there is something before an {@code @}, other than the tag of an image before its digest
     */
    public static boolean holdsLogin(String text) {
        return new Logins(text).next();
    }

    /**
     * Tells whether a key or an argument of this name holds a secret.
     *
     * @param name such as {@code agent-token}
     * @return whether its end says so
     */
    public static boolean namesSecret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    /**
     * Returns a text as a message may quote it.
     *
     * @param text any text
     * @return the text; dots stand for the user and the password of an address
     */
    public static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        int shown = 0;
        Logins logins = new Logins(text);
        while (logins.next()) {
            words.append(text, shown, logins.start()).append(DOT.repeat(3));
            shown = logins.end();
        }
        return words.append(text, shown, text.length()).toString();
    }

    /**
     * Returns a line of a specification as it may be shown.
     *
     * @param line the line
     * @return a line of as many code points, with a dot for each of what has the form of a secret
     */
    public static String line(String line) {
        Matcher named = NAMED.matcher(line);
        String shown = named.find() ? dotted(line, named.start("value"), named.end("value")) : line;
        StringBuilder concealed = new StringBuilder(shown.length());
        int from = 0;
        Logins logins = new Logins(shown);
        while (logins.next()) {
            concealed
                    .append(shown, from, logins.start())
                    .append(DOT.repeat(shown.codePointCount(logins.start(), logins.end())));
            from = logins.end();
        }
        return concealed.append(shown, from, shown.length()).toString();
    }

    private static String dotted(String text, int start, int end) {
        return text.substring(0, start) + DOT.repeat(text.codePointCount(start, end)) + text.substring(end);
    }
}
