// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Range;
import java.util.HashSet;
import java.util.Set;

/** An origin for people: what it rests on, level below level, down to the lines of the specifications. Not thread-safe. */
public final class OriginText {
    private static final String STEP = "  ";

    private final PlaceBlock places;
    private final Style style;
    private final Set<String> shown = new HashSet<>();

    /**
     * Prepares to print.
     *
     * @param lines the lines of the sources
     * @param style colours, or none
     */
    public OriginText(SourceLines lines, Style style) {
        this.places = new PlaceBlock(lines, style);
        this.style = style;
    }

    /**
     * Prints output lines with where they come from.
     *
     * @param path the file
     * @param first number of the first line
     * @param lines the lines
     * @param origin where they come from
     * @return text with line ends; a line of a specification is shown once, and later only named
     */
    public String print(String path, int first, Iterable<String> lines, Origin origin) {
        StringBuilder text = new StringBuilder();
        text.append(style.bold(Visible.text(path) + ':' + first)).append('\n');
        int number = first;
        for (String line : lines) {
            text.append(style.frame(number++ + " |"))
                    .append(line.isEmpty() ? "" : " " + Visible.text(Concealment.words(line)))
                    .append('\n');
        }
        origin(text, origin, "");
        return text.append('\n').toString();
    }

    private void origin(StringBuilder text, Origin origin, String indent) {
        if (origin instanceof Origin.Written written) {
            written(text, written.place(), indent);
        } else if (origin instanceof Origin.Default held) {
            item(text, indent, "default", held.reason());
        } else if (origin instanceof Origin.Fact fact) {
            item(text, indent, "fact", fact.fact() + " (" + fact.source() + ")");
        } else if (origin instanceof Origin.Inferred inferred) {
            item(text, indent, "because", inferred.reason());
            inferred.from().forEach(from -> origin(text, from, indent + STEP));
        }
    }

    private void item(StringBuilder text, String indent, String kind, String words) {
        text.append(indent)
                .append(style.frame("= "))
                .append(style.bold(kind + ":"))
                .append(' ')
                .append(Visible.text(words))
                .append('\n');
    }

    private void written(StringBuilder text, Place place, String indent) {
        Range range = place.value();
        if (range.start().line() < range.end().line()) {
            // Of a map or list that goes on, the key says more than its first line.
            range = place.key();
        }
        String line = range.source() + ':' + range.start().line();
        if (!shown.add(line)) {
            item(text, indent, "written", (line + ", see above: " + place.path()).replaceFirst(": $", ""));
            return;
        }
        String margin = indent + " ".repeat(String.valueOf(range.start().line()).length());
        places.append(text, margin, "--> ", range, '^', place.path(), Concealment::line);
    }
}
