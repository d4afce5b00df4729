// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.util.Locale;
import java.util.regex.Pattern;

/** The forms of keys and values of labels and taints. */
final class KubernetesNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

    private KubernetesNames() {}

    /** Tells whether a text is a name, perhaps behind a domain and a slash. */
    static boolean isKey(String text) {
        int slash = text.indexOf('/');
        return NAME.matcher(text.substring(slash + 1)).matches() && (slash < 0 || isDomain(text.substring(0, slash)));
    }

    /** Tells whether a text is empty or a name. */
    static boolean isValue(String text) {
        return text.isEmpty() || NAME.matcher(text).matches();
    }

    /** Tells whether a text is a name of the DNS in lower case. */
    static boolean isDomain(String text) {
        return DnsNames.isSubdomain(text) && text.equals(text.toLowerCase(Locale.ROOT));
    }
}
