// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import dev.farstead.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A matrix as a page for a browser: a grid with a cell for each combination, a filter for each axis, and for each cell why it is as it is. The page
 * needs nothing outside itself, and without scripts all but the filters works.
 */
final class MatrixPage {
    /** Axes with few values that most others do not depend on stand across. */
    private static final Set<String> ACROSS = Set.of("mode", "agent", "fips", "registration", "endpoint");

    private final Matrix matrix;
    private final List<Integer> across;
    private final List<Integer> down;
    private final Verdicts verdicts;

    private MatrixPage(Matrix matrix) {
        this.matrix = matrix;
        this.across = columns(true);
        this.down = columns(false);
        this.verdicts = new Verdicts(matrix);
    }

    static String of(Matrix matrix) {
        return new MatrixPage(matrix).page();
    }

    private List<Integer> columns(boolean wanted) {
        return IntStream.range(0, matrix.columns().size())
                .filter(column -> ACROSS.contains(matrix.columns().get(column)) == wanted)
                .boxed()
                .toList();
    }

    private String page() {
        Html head = Html.of(
                "head",
                Html.of("meta").with("charset", "utf-8"),
                Html.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Html.of("title", "What goes with what"),
                Html.of("style", resource("matrix.css")));
        Html body = Html.of(
                "body",
                Html.of("h1", "What goes with what").with("id", "top"),
                introduction(),
                filters(),
                Html.of("div", grid())
                        .with("class", "scroll")
                        .with("tabindex", "0")
                        .with("role", "region")
                        .with("aria-label", "matrix"),
                verdicts.panels(),
                Html.of("script", resource("matrix.js")));
        StringBuilder text = new StringBuilder("<!DOCTYPE html>\n");
        Html.of("html", head, body).with("lang", "en").write(text);
        return text.append('\n').toString();
    }

    private Html introduction() {
        Html legend = Html.of("ul").with("class", "legend");
        for (Matrix.Verdict verdict : Matrix.Verdict.values()) {
            long count = matrix.rows().stream()
                    .filter(row -> row.verdict() == verdict)
                    .count();
            legend.add(Html.of(
                    "li",
                    Html.of("span", Verdicts.sign(verdict)).with("class", "sign " + verdict.text()),
                    " " + count + " " + verdict.text() + ": " + Verdicts.meaning(verdict)));
        }
        Html introduction = Html.of(
                "header",
                Html.of("p", "Each cell is one combination. Choose it to see why, and where that is stated."),
                legend);
        if (!matrix.fixed().isEmpty()) {
            introduction.add(Html.of(
                    "p",
                    "In all of them: "
                            + matrix.fixed().entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        return introduction;
    }

    private Html filters() {
        Html form = Html.of("form").with("class", "filters").with("aria-label", "filters");
        for (int column = 0; column < matrix.columns().size(); column++) {
            Html select = Html.of("select", Html.of("option", "any").with("value", ""))
                    .with("data-axis", Integer.toString(column));
            for (String value : values(column)) {
                select.add(Html.of("option", value).with("value", value));
            }
            form.add(Html.of("label", Html.of("span", matrix.columns().get(column)), select));
        }
        return form;
    }

    private List<String> values(int column) {
        return matrix.rows().stream()
                .map(row -> row.values().get(column))
                .distinct()
                .toList();
    }

    private Html grid() {
        Map<List<String>, Map<List<String>, Matrix.Row>> lines = new LinkedHashMap<>();
        Map<List<String>, Boolean> heads = new LinkedHashMap<>();
        for (Matrix.Row row : matrix.rows()) {
            List<String> head = pick(row, across);
            heads.put(head, true);
            lines.computeIfAbsent(pick(row, down), line -> new LinkedHashMap<>())
                    .put(head, row);
        }
        Html header = Html.of("tr", Html.of("th", names(down)).with("scope", "col"));
        heads.keySet().forEach(head -> header.add(heading(head, across, "col")));
        Html body = Html.of("tbody");
        lines.forEach((line, cells) -> {
            Html tr = Html.of("tr", heading(line, down, "row"));
            cells.forEach((head, row) -> tr.add(cell(row)));
            body.add(tr);
        });
        return Html.of("table", Html.of("thead", header), body);
    }

    private String names(List<Integer> columns) {
        return columns.stream().map(matrix.columns()::get).collect(Collectors.joining(" / "));
    }

    private Html heading(List<String> values, List<Integer> columns, String scope) {
        Html heading = Html.of("th").with("scope", scope);
        for (int i = 0; i < values.size(); i++) {
            String axis = matrix.columns().get(columns.get(i));
            // A truth value alone says nothing.
            boolean bare = values.get(i).equals("true")
                    || values.get(i).equals("false")
                    || values.get(i).equals("none");
            heading.add(Html.of("span", bare ? axis + ": " + values.get(i) : values.get(i))
                    .with("data-axis", Integer.toString(columns.get(i)))
                    .with("data-value", values.get(i)));
        }
        return heading;
    }

    private Html cell(Matrix.Row row) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            words.add(matrix.columns().get(i) + ": " + row.values().get(i));
        }
        String verdict = row.verdict().text();
        String codes = row.codes().isEmpty() ? "" : " (" + String.join(", ", row.codes()) + ")";
        return Html.of(
                        "td",
                        Html.of("a", Verdicts.sign(row.verdict()))
                                .with("href", "#" + verdicts.panel(row))
                                .with("aria-label", String.join(", ", words) + ": " + verdict + codes)
                                .with("title", verdict + codes))
                .with("class", verdict);
    }

    private static List<String> pick(Matrix.Row row, List<Integer> columns) {
        return columns.stream().map(row.values()::get).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(MatrixPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
