// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A patch release of Kubernetes.
 *
 * @param minor the minor release
 * @param patch the patch number, from 0
 */
public record KubernetesVersion(KubernetesMinor minor, int patch) implements Comparable<KubernetesVersion> {
    private static final Pattern FORM = Pattern.compile("(1\\.(?:0|[1-9][0-9]{0,2}))\\.(0|[1-9][0-9]{0,2})");
    private static final Comparator<KubernetesVersion> ORDER =
            Comparator.comparing(KubernetesVersion::minor).thenComparingInt(KubernetesVersion::patch);

    /**
     * Reads a patch release.
     *
     * @param text such as {@code 1.28.11}, without a {@code v}
     * @return the release, or empty for another form
     */
    public static Optional<KubernetesVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int patch = Integer.parseInt(matcher.group(2));
        return KubernetesMinor.parse(matcher.group(1)).map(minor -> new KubernetesVersion(minor, patch));
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return minor + "." + patch;
    }
}
