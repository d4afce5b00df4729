// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Range;
import dev.farstead.schemas.Axis;
import dev.farstead.schemas.AxisRepair;
import dev.farstead.schemas.AxisRepairs;
import dev.farstead.schemas.AxisSpace;
import dev.farstead.schemas.AxisTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the possible combinations that are nearest to a refused one into ways out. */
final class AxisFixes {
    private static final int MOST = 3;

    private final AxisTable table;
    private final AxisRepairs repairs;

    AxisFixes(AxisTable table) {
        this.table = table;
        this.repairs = new AxisRepairs(new AxisSpace(table));
    }

    /** Returns up to three ways to a possible combination; what lowers protection comes last and says so. */
    List<Fix> nearest(Map<String, Sourced<String>> chosen) {
        Map<String, String> texts = new LinkedHashMap<>();
        chosen.forEach((axis, value) -> texts.put(axis, value.value()));
        return repairs.nearest(withSite(texts), MOST).stream()
                .map(repair -> fix(repair, chosen))
                .toList();
    }

    /** A profile says nothing about its sites: they are taken to fit it as it is, so that what they must change with it is said too. */
    private Map<String, String> withSite(Map<String, String> texts) {
        Map<String, String> whole = new LinkedHashMap<>(texts);
        for (Axis axis : table.axes()) {
            if (table.isOfSite(axis.name()) && !whole.containsKey(axis.name())) {
                axis.values().stream()
                        .filter(value -> fits(whole, axis.name(), value.text()))
                        .findFirst()
                        .ifPresent(value -> whole.put(axis.name(), value.text()));
            }
        }
        return whole;
    }

    private boolean fits(Map<String, String> texts, String axis, String value) {
        Map<String, String> tried = new LinkedHashMap<>(texts);
        tried.put(axis, value);
        return table.constraints().stream()
                .filter(constraint -> constraint.then().containsKey(axis))
                .allMatch(constraint -> constraint.broken(tried).isEmpty());
    }

    private Fix fix(AxisRepair repair, Map<String, Sourced<String>> chosen) {
        List<String> words = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        repair.changes().forEach((name, text) -> {
            Axis.Value value =
                    table.axis(name).flatMap(axis -> axis.value(text)).orElseThrow();
            words.add(change(name, value));
            Optional.ofNullable(chosen.get(name))
                    .flatMap(old -> edit(old, value))
                    .ifPresent(edits::add);
        });
        String all = String.join(", and ", words) + (repair.lowersProtection() ? "; this lowers the protection" : "");
        // Half of a repair is none.
        return edits.size() == repair.changes().size() ? new Fix(all, edits, Fix.Applicability.GUESS) : Fix.advice(all);
    }

    /** Says what to do for an axis to have a value. */
    String change(String name, Axis.Value value) {
        Axis axis = table.axis(name).orElseThrow();
        String document = axis.kind().equals("Site") ? " of the site" : "";
        if (value.absent()) {
            return "leave out `" + key(axis) + "`" + document;
        }
        return value.isNamedOtherwise(axis)
                ? "give `" + axis.path() + "`" + document
                : "set `" + axis.path() + "`" + document + " to " + value.text();
    }

    /** The key that is there or not: what holds the value, where the axis is a choice within an object that may be absent. */
    private static String key(Axis axis) {
        boolean inner = axis.path().endsWith(".name") || axis.path().endsWith(".method");
        return inner ? axis.path().substring(0, axis.path().lastIndexOf('.')) : axis.path();
    }

    /** Only a value that stands in the text as it is can be replaced by another one. */
    private static Optional<Edit> edit(Sourced<String> old, Axis.Value value) {
        if (value.absent() || !(old.origin() instanceof Origin.Written written)) {
            return Optional.empty();
        }
        Range range = written.place().value();
        int quotes = range.end().offset() - range.start().offset() - old.value().length();
        return switch (quotes) {
            case 0 -> Optional.of(new Edit(range, value.text()));
            case 2 -> Optional.of(new Edit(range, '"' + value.text() + '"'));
            default -> Optional.empty();
        };
    }
}
