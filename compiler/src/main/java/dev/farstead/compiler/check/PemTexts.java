// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The certificates of a run, each text taken apart once: a fleet trusts the same few. Thread-safe. */
final class PemTexts {
    /** A fleet whose sites trust more texts than these takes some apart again. */
    private static final int MOST_KEPT = 64;

    private final Map<String, PemText> known = new ConcurrentHashMap<>();

    PemText of(String text) {
        PemText pem = known.get(text);
        if (pem == null) {
            pem = PemText.of(text);
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(text, pem);
        }
        return pem;
    }
}
