// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** What a text has to be beyond its type. */
public enum ValueForm {
    /** Labels of a node, as {@code key=value} joined by commas. */
    LABELS,
    /** Taints of a node, as {@code key=value:Effect} or {@code key:Effect} joined by commas. */
    TAINTS,
    /** A schedule, as five columns such as {@code 0 0 * * *} or as a word such as {@code @daily}. */
    SCHEDULE,
    /** An amount as Kubernetes writes it, such as {@code 10Mi}. */
    AMOUNT,
    /** Amounts by name, as {@code name=amount} joined by commas. */
    AMOUNTS,
    /** Amounts or shares by name, as {@code name<amount} or {@code name<share%} joined by commas. */
    THRESHOLDS,
    /** One port or several that follow each other, such as {@code 30000-32767}. */
    PORTS,
    /** An address of the web that starts with {@code https://}, without login, query and fragment. */
    HTTPS,
    /** A name in the DNS, in lower case. */
    DOMAIN,
    /** What a certificate can be for: a name in the DNS, perhaps with {@code *} as its first label, or an address. */
    SUBJECT,
    /** A name of an image, perhaps with a registry, a tag and a digest. */
    IMAGE,
    /** Names and addresses joined by commas, for a certificate that is made as clients ask for it. */
    NAMES,
    /** The same, of which a name may have {@code *} as its first label. */
    PATTERNS,
    /** The mode of a file in octal digits, such as {@code 600}. */
    MODE
}
