// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a Palette agent. It is also the CanvOS tag, and differs in its patch number from the Palette release that serves it.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record AgentVersion(int major, int minor, int patch) implements Comparable<AgentVersion> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})\\.([0-9]{1,4})");
    private static final Comparator<AgentVersion> ORDER = Comparator.comparingInt(AgentVersion::major)
            .thenComparingInt(AgentVersion::minor)
            .thenComparingInt(AgentVersion::patch);

    /**
     * Reads a version.
     *
     * @param text such as {@code 4.5.15}, without a {@code v}
     * @return the version, or empty for another form
     */
    public static Optional<AgentVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new AgentVersion(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(AgentVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
