// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor release of Kubernetes 1.
 *
 * @param minor the number behind {@code 1.}
 */
public record KubernetesMinor(int minor) implements Comparable<KubernetesMinor> {
    private static final Pattern FORM = Pattern.compile("1\\.(0|[1-9][0-9]{0,2})");

    /**
     * Reads a minor release.
     *
     * @param text such as {@code 1.28}
     * @return the release, or empty for another form
     */
    public static Optional<KubernetesMinor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new KubernetesMinor(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    @Override
    public int compareTo(KubernetesMinor other) {
        return Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return "1." + minor;
    }
}
