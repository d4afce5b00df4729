// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A release of a distribution.
 *
 * @param tag its name, such as {@code v1.28.11+k3s2}
 * @param version the Kubernetes release inside
 * @param date when it came out; empty when that is not known
 * @param withdrawn whether the project took it back
 * @param source the document
 */
public record PublishedRelease(
        String tag, KubernetesVersion version, Optional<LocalDate> date, boolean withdrawn, String source) {
    static PublishedRelease read(JsonRecord fact) {
        String tag = fact.text("tag");
        String plain = tag.startsWith("v") ? tag.substring(1) : tag;
        int build = plain.indexOf('+');
        return new PublishedRelease(
                tag,
                fact.parse(build < 0 ? plain : plain.substring(0, build), KubernetesVersion::parse),
                fact.optionalText("date").map(LocalDate::parse),
                fact.flag("withdrawn"),
                fact.source());
    }
}
