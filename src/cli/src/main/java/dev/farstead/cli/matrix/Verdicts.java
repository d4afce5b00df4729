// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import dev.farstead.Matrix;
import dev.farstead.model.finding.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The panels of a page that say why: one for all cells with the same reasons. */
final class Verdicts {
    private final Map<String, Explanation> reasons;
    private final Map<Reasons, String> panels = new LinkedHashMap<>();

    /** What a panel says. */
    private record Reasons(
            Matrix.Verdict verdict,
            List<String> codes,
            List<Matrix.Restriction> restrictions,
            List<Matrix.Change> nearest) {
        static Reasons of(Matrix.Row row) {
            return new Reasons(row.verdict(), row.codes(), row.restrictions(), row.nearest());
        }
    }

    Verdicts(Matrix matrix) {
        this.reasons = matrix.reasons().stream().collect(Collectors.toMap(Explanation::code, Function.identity()));
        matrix.rows().stream()
                .map(Reasons::of)
                .distinct()
                .forEach(found -> panels.put(found, "why-" + (panels.size() + 1)));
    }

    static String sign(Matrix.Verdict verdict) {
        return switch (verdict) {
            case POSSIBLE -> "\u2713";
            case CONDITIONAL -> "!";
            case IMPOSSIBLE -> "\u2715";
        };
    }

    static String meaning(Matrix.Verdict verdict) {
        return switch (verdict) {
            case POSSIBLE -> "it takes nothing away from the other axes";
            case CONDITIONAL -> "it takes values of other axes away, or brings warnings with them";
            case IMPOSSIBLE -> "the compiler refuses it, whatever the other axes are";
        };
    }

    /** Returns the identifier of the panel of a row. */
    String panel(Matrix.Row row) {
        return Objects.requireNonNull(panels.get(Reasons.of(row)));
    }

    Html panels() {
        Html all = Html.of("main");
        panels.forEach((found, id) -> all.add(panel(found, id)));
        return all;
    }

    private Html panel(Reasons found, String id) {
        Html panel = Html.of(
                        "section",
                        Html.of("a", "close").with("class", "close").with("href", "#top"),
                        Html.of(
                                "h2",
                                Html.of("span", sign(found.verdict()))
                                        .with("class", "sign " + found.verdict().text()),
                                " " + found.verdict().text()),
                        Html.of("p").with("class", "which"))
                .with("id", id)
                .with("tabindex", "-1");
        if (!found.restrictions().isEmpty()) {
            panel.add(Html.of("h3", "What it takes away")).add(restrictions(found));
        }
        if (!found.nearest().isEmpty()) {
            panel.add(Html.of("h3", "Nearest possible combinations")).add(nearest(found));
        }
        if (found.codes().isEmpty()) {
            panel.add(Html.of("p", "No constraint speaks against it."));
        } else {
            panel.add(Html.of("h3", "Why")).add(why(found));
        }
        return panel;
    }

    private static Html restrictions(Reasons found) {
        Html list = Html.of("ul");
        for (Matrix.Restriction restriction : found.restrictions()) {
            list.add(Html.of(
                    "li",
                    Html.of("code", restriction.axis() + ": " + restriction.value()),
                    (restriction.excluded() ? " is excluded (" : " brings a warning (")
                            + String.join(", ", restriction.codes())
                            + ")"));
        }
        return list;
    }

    private static Html nearest(Reasons found) {
        Html list = Html.of("ul");
        for (Matrix.Change change : found.nearest()) {
            Html item = Html.of("li");
            String separator = "";
            for (Map.Entry<String, String> entry : change.values().entrySet()) {
                item.add(separator).add(Html.of("code", entry.getKey() + ": " + entry.getValue()));
                separator = " and ";
            }
            list.add(change.lowersProtection() ? item.add("; this lowers the protection") : item);
        }
        return list;
    }

    private Html why(Reasons found) {
        Html list = Html.of("dl");
        for (String code : found.codes()) {
            Explanation reason = Objects.requireNonNull(reasons.get(code));
            list.add(Html.of("dt", Html.of("code", code), " " + reason.title()));
            list.add(Html.of("dd", reason.why()));
            String rows = reason.rows().isEmpty() ? "" : String.join(", ", reason.rows()) + "; ";
            Stream.of(rows + reason.source() + (reason.inferred() ? " (inferred: no document states it)" : ""))
                    .map(source -> Html.of("dd", "Source: " + source).with("class", "source"))
                    .forEach(list::add);
        }
        return list;
    }
}
