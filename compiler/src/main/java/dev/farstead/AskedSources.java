// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.NamedSources;
import java.util.Optional;

/** The named sources of the caller, which must answer. Thread-safe as they are. */
final class AskedSources implements NamedSources {
    private final NamedSources sources;

    AskedSources(NamedSources sources) {
        this.sources = sources;
    }

    /** @throws IllegalStateException if the answer is null; the message names what was asked for */
    @Override
    public Optional<String> find(String from, String name) {
        Optional<String> answer = sources.find(from, name);
        if (answer == null) {
            throw new IllegalStateException(
                    "the named sources gave null as their answer for `" + name + "`, which " + from + " names");
        }
        return answer;
    }
}
