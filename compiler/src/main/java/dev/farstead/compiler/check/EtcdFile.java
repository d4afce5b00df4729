// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.schemas.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The forms of values in the configuration file of etcd, into which K3s and RKE2 write what they are given as arguments. */
final class EtcdFile {
    /** Its name in the catalogue. */
    static final String COMPONENT = "etcd-file";

    private static final Pattern TRUTH = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern LIST = Pattern.compile("\\[[^\\[\\]]*+\\]");

    private EtcdFile() {}

    /** Returns whether a text has the form of a type. */
    static boolean fits(ValueType type, String text) {
        return switch (type) {
            case BOOLEAN -> TRUTH.matcher(text).matches();
            // A length of time such as `5s` would become a text, which etcd can't read there.
            case INTEGER, DURATION -> INTEGER.matcher(text).matches();
            case LIST -> LIST.matcher(text).matches();
            case DECIMAL, MAP, TEXT -> true;
        };
    }

    /** Returns what a type takes, in words. */
    static String words(ValueType type) {
        return switch (type) {
            case DURATION -> "a whole number of nanoseconds";
            case LIST -> "a list in brackets such as `[a,b]`";
            default -> GoValues.words(type);
        };
    }

    /** Returns the members of a list. */
    static List<String> members(String text) {
        return Arrays.stream(text.replaceAll("[\\[\\]\"']", "").split(","))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }
}
