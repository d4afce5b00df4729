// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sources in which the edits of a fix were made, as an editor makes them, and where what stood in them before stands now. */
final class EditedSources {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<SourceText> sources = new ArrayList<>();
    private final List<Edit> edits;

    /**
     * Makes the edits.
     *
     * @throws IllegalArgumentException when they overlap, lie outside their source, or split a character
     */
    EditedSources(List<SourceText> before, Fix fix) {
        edits = fix.edits().stream()
                .sorted(Comparator.comparingInt(edit -> edit.range().start().offset()))
                .toList();
        for (SourceText source : before) {
            sources.add(new SourceText(source.name(), edited(source)));
        }
        List<String> names = before.stream().map(SourceText::name).toList();
        edits.forEach(edit -> require(names.contains(edit.range().source()), "an edit of no source", edit));
    }

    private byte[] edited(SourceText source) {
        String whole = new String(source.bytes(), StandardCharsets.UTF_8);
        String mark = whole.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String text = whole.substring(mark.length());
        StringBuilder edited = new StringBuilder(mark);
        int at = 0;
        for (Edit edit : edits) {
            if (!edit.range().source().equals(source.name())) {
                continue;
            }
            int from = edit.range().start().offset();
            int to = edit.range().end().offset();
            require(from >= at, "edits overlap", edit);
            require(to <= text.length(), "an edit behind the end", edit);
            require(!splits(text, from) && !splits(text, to), "an edit splits a character", edit);
            edited.append(text, at, from).append(edit.replacement());
            at = to;
        }
        return edited.append(text.substring(at)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static void require(boolean condition, String message, Edit edit) {
        if (!condition) {
            throw new IllegalArgumentException(message + ": " + edit);
        }
    }

    List<SourceText> sources() {
        return sources;
    }

    /** Returns what the edits wrote. */
    List<Span> written() {
        List<Span> written = new ArrayList<>();
        for (Edit edit : edits) {
            int from = moved(edit.range().source(), edit.range().start().offset(), false);
            written.add(new Span(
                    edit.range().source(), from, from + edit.replacement().length()));
        }
        return written;
    }

    /** Returns where something stands now; what lies within an edit is what that wrote. */
    Span moved(Range range) {
        return moved(Span.of(range));
    }

    Span moved(Span span) {
        return new Span(span.source(), moved(span.source(), span.from(), false), moved(span.source(), span.to(), true));
    }

    private int moved(String source, int offset, boolean end) {
        int shift = 0;
        for (Edit edit : edits) {
            int from = edit.range().start().offset();
            int to = edit.range().end().offset();
            if (!edit.range().source().equals(source) || from > offset || (from == offset && !end)) {
                continue;
            }
            if (offset < to) {
                return from + shift + (end ? edit.replacement().length() : 0);
            }
            shift += edit.replacement().length() - (to - from);
        }
        return offset + shift;
    }
}
