// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.util.regex.Pattern;

/** The forms of names in the DNS (RFC 1123, section 2.1). */
final class DnsNames {
    /** Longest label, in characters. */
    static final int LONGEST_LABEL = 63;

    private static final int LONGEST_NAME = 253;

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private DnsNames() {}

    /** Tells whether a text is a host name: labels joined by dots, the last not all digits, so that no address is one. */
    static boolean isHostName(String text) {
        return isSubdomain(text)
                && !DIGITS.matcher(text.substring(text.lastIndexOf('.') + 1)).matches();
    }

    /** Tells whether a text is made of labels joined by dots. */
    static boolean isSubdomain(String text) {
        if (text.length() > LONGEST_NAME) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
