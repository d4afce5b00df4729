// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.Output;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.Place;
import java.util.List;
import java.util.stream.Collectors;

/** Origins in words: {@code <path>:<lines> <- <origin>}, one line for neighbours of one origin. */
final class OriginText {
    private OriginText() {}

    static String of(List<Output> outputs) {
        StringBuilder text = new StringBuilder();
        outputs.forEach(output -> append(text, output));
        return text.toString();
    }

    private static void append(StringBuilder text, Output output) {
        List<String> origins = output.lineOrigins().stream().map(OriginText::of).toList();
        int first = 0;
        for (int next = 1; next <= origins.size(); next++) {
            if (next == origins.size() || !origins.get(next).equals(origins.get(first))) {
                String lines = next - first == 1 ? "" + next : first + 1 + "-" + next;
                text.append(output.path())
                        .append(':')
                        .append(lines)
                        .append(" <- ")
                        .append(origins.get(first))
                        .append('\n');
                first = next;
            }
        }
    }

    static String of(Origin origin) {
        if (origin instanceof Origin.Written written) {
            return of(written.place());
        }
        if (origin instanceof Origin.Default given) {
            return "default: " + given.reason();
        }
        if (origin instanceof Origin.Fact fact) {
            return "fact: " + fact.fact() + " [" + fact.source() + "]";
        }
        Origin.Inferred inferred = (Origin.Inferred) origin;
        String from = inferred.from().stream().map(OriginText::of).collect(Collectors.joining("; "));
        return "inferred: " + inferred.reason() + (from.isEmpty() ? "" : " {" + from + "}");
    }

    private static String of(Place place) {
        return place.value().source() + ":" + place.value().start().line() + " " + place.path();
    }
}
