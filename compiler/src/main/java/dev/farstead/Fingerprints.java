// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the findings of one run their fingerprints, in the order of the run; not thread-safe. */
final class Fingerprints {
    /** An author's own words stand in backticks. The words around them are ours and change from release to release. */
    private static final Pattern QUOTED = Pattern.compile("`[^`]*`");

    private static final int BYTES = 8;

    private final Map<String, Integer> times = new HashMap<>();

    /**
     * Returns the fingerprint of the next finding.
     *
     * @param finding the finding, with its document
     * @param shared whether it stands in one document and was found for a site of another: its values are those of whichever site comes
     *     first, and it stays the same finding when that site is gone
     */
    String of(Finding finding, boolean shared) {
        List<String> parts = new ArrayList<>();
        parts.add(finding.code());
        parts.add(place(finding));
        parts.add(finding.path());
        if (!shared) {
            parts.addAll(finding.values());
            Matcher quoted = QUOTED.matcher(finding.message());
            while (quoted.find()) {
                parts.add(quoted.group());
            }
        }
        String text = String.join("\n", parts);
        int time = times.merge(text, 1, Integer::sum);
        return digest(time == 1 ? text : text + '\n' + time);
    }

    private static String place(Finding finding) {
        if (!finding.document().isEmpty()) {
            return finding.document();
        }
        return finding.range().map(range -> range.source()).orElse("");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
