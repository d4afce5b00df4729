// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of hashes of passwords (crypt(5) of libxcrypt 4.4.36). */
final class CryptHash {
    private static final Pattern ANY = Pattern.compile("\\$([0-9A-Za-z,=-]+)\\$(.+)");

    /** What stands behind the marks of the usual methods; other methods are left to the system that reads them. */
    private static final Map<String, Pattern> USUAL = Map.of(
            "1", Pattern.compile("[^$:]{0,8}\\$" + letters(22)),
            "2a", bcrypt(),
            "2b", bcrypt(),
            "2x", bcrypt(),
            "2y", bcrypt(),
            "5", sha2(43),
            "6", sha2(86));

    private CryptHash() {}

    /** Tells whether a line is a hash, or may be one of a method that is not known here. */
    static boolean is(String line) {
        Matcher hash = ANY.matcher(line);
        if (!hash.matches()) {
            return false;
        }
        Pattern usual = USUAL.get(hash.group(1));
        return usual == null || usual.matcher(hash.group(2)).matches();
    }

    private static Pattern sha2(int length) {
        return Pattern.compile("(rounds=[1-9][0-9]{0,8}\\$)?[^$:]{0,16}\\$" + letters(length));
    }

    private static Pattern bcrypt() {
        return Pattern.compile("[0-9]{2}\\$" + letters(53));
    }

    private static String letters(int length) {
        return "[./0-9A-Za-z]{" + length + "}";
    }
}
