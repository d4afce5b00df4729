// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of one document with a stack of its own, so that no nesting can exhaust the thread's stack. Refuses
 * what is wrong whatever the format: nesting that is too deep and keys that stand twice.
 */
final class TreeBuilder {
    /** Up to this many keys a scan is cheaper than a map. */
    private static final int SCANNED_KEYS = 8;

    private final SourceSection section;
    private final Limits limits;
    private final FindingSink sink;
    private final List<Frame> open = new ArrayList<>();
    private @Nullable SourceNode root;
    private boolean failed;

    TreeBuilder(SourceSection section, Limits limits, FindingSink sink) {
        this.section = section;
        this.limits = limits;
        this.sink = sink;
    }

    /**
     * A node and what its aliases cost.
     *
     * @param node the node
     * @param size nodes in it, those that aliases add included
     * @param height levels of nesting in it, 0 for a scalar
     * @param path characters of the keys on the longest way down in it, 0 for a scalar
     */
    record Built(SourceNode node, long size, int height, int path) {
        static Built scalar(SourceScalar scalar) {
            return new Built(scalar, 1, 0, 0);
        }
    }

    private static final class Frame {
        final boolean mapping;
        final int start;
        final List<SourceEntry> entries = new ArrayList<>();
        final List<SourceNode> items = new ArrayList<>();

        @Nullable Map<String, SourceScalar> index;

        @Nullable SourceScalar key;

        boolean dropped;
        long size = 1;
        int height;

        /** Where the text of the last node ends: not its own range, which for an alias is that of the value it repeats. */
        int end;

        /** Characters of the keys around it. */
        final int outer;

        /** Characters of the keys on the longest way down in it. */
        int inner;

        Frame(boolean mapping, int start, int outer) {
            this.mapping = mapping;
            this.start = start;
            this.end = start;
            this.outer = outer;
        }

        int keyLength() {
            return key == null ? 0 : key.text().length();
        }

        @Nullable SourceScalar find(String text) {
            if (index != null) {
                return index.get(text);
            }
            for (SourceEntry entry : entries) {
                if (entry.key().text().equals(text)) {
                    return entry.key();
                }
            }
            return null;
        }
    }

    boolean atKey() {
        return !open.isEmpty() && top().mapping && top().key == null;
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    /** Returns where the innermost open collection starts. */
    int openStart() {
        return top().start;
    }

    /** Returns the key whose value comes next. */
    @Nullable SourceScalar pendingKey() {
        return open.isEmpty() ? null : top().key;
    }

    /** Opens a collection; gives false where it would be nested too deeply. */
    boolean open(boolean mapping, int start) {
        if (open.size() >= limits.depth()) {
            tooDeep(section.range(start, start));
            return false;
        }
        open.add(new Frame(mapping, start, pathLength()));
        return true;
    }

    void tooDeep(Range range) {
        fail(SyntaxRule.DEPTH
                .finding("lists and mappings are nested more than " + limits.depth() + " levels deep", range)
                .label("one level too deep")
                .path(path())
                .addFixes(Fix.advice("nest less, or raise the limit `depth`"))
                .build());
    }

    void pathTooLong(Range range) {
        fail(SyntaxRule.PATH_LENGTH
                .finding("the keys around this value have more than " + limits.pathCharacters() + " characters", range)
                .label("one key too many, or too long")
                .path(path())
                .addFixes(Fix.advice("use shorter keys, or raise the limit `pathCharacters`"))
                .build());
    }

    /** Takes a key; one that stands twice, or with which the path is too long, is reported, and its value dropped. */
    void key(SourceScalar key) {
        Frame frame = top();
        if (frame.outer + key.text().length() > limits.pathCharacters()) {
            pathTooLong(key.range());
            refusedKey(key.range());
            return;
        }
        SourceScalar first = frame.find(key.text());
        frame.key = key;
        frame.dropped = first != null;
        frame.size++;
        if (first != null) {
            String name = Excerpt.of(key.text());
            String path = path();
            fail(SyntaxRule.DUPLICATE_KEY
                    .finding("the key " + name + " stands twice in one mapping", key.range())
                    .path(path)
                    .label("the second one")
                    .addRelated(new Related(first.range(), "the first one"))
                    .effect("some readers keep the first value, some the last")
                    .addFixes(Fix.advice("keep one of the two"))
                    .build());
        }
    }

    /** Takes the place of a key that was refused; its value is read and dropped. */
    void refusedKey(Range range) {
        Frame frame = top();
        frame.key = new SourceScalar(range, "", SourceScalar.Type.TEXT, false);
        frame.dropped = true;
    }

    void add(SourceScalar scalar) {
        add(Built.scalar(scalar));
    }

    void add(Built built) {
        add(built, built.node().range().end().offset());
    }

    /** Adds a node whose text in this place, an alias, ends at an offset. */
    void add(Built built, int end) {
        SourceNode node = built.node();
        if (open.isEmpty()) {
            root = node;
            return;
        }
        Frame frame = top();
        frame.size += built.size();
        frame.height = Math.max(frame.height, built.height());
        frame.inner = Math.max(frame.inner, frame.keyLength() + built.path());
        frame.end = end;
        if (!frame.mapping) {
            frame.items.add(node);
            return;
        }
        SourceScalar key = frame.key;
        if (key != null && !frame.dropped) {
            frame.entries.add(new SourceEntry(key, node));
            if (frame.index != null) {
                frame.index.put(key.text(), key);
            } else if (frame.entries.size() > SCANNED_KEYS) {
                frame.index = new HashMap<>();
                for (SourceEntry entry : frame.entries) {
                    frame.index.put(entry.key().text(), entry.key());
                }
            }
        }
        frame.key = null;
    }

    /**
     * Closes the innermost collection and adds it to the one around it.
     *
     * @param end offset behind the closing bracket, or -1 where the collection ends with its last node
     */
    Built close(int end) {
        Frame frame = open.remove(open.size() - 1);
        Range range = section.range(frame.start, end < 0 ? frame.end : end);
        SourceNode node =
                frame.mapping ? new SourceMapping(range, frame.entries) : new SourceSequence(range, frame.items);
        Built built = new Built(node, frame.size, frame.height + 1, frame.inner);
        if (atKey()) {
            refusedKey(range);
        } else {
            add(built);
        }
        return built;
    }

    /** Returns the characters of the keys around the node that comes next. */
    int pathLength() {
        return open.isEmpty() ? 0 : top().outer + top().keyLength();
    }

    /** Returns how many levels are open. */
    int depth() {
        return open.size();
    }

    /** Returns the path of the node that comes next, or of the key that was just taken. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Frame frame : open) {
            if (!frame.mapping) {
                path.append('[').append(frame.items.size()).append(']');
            } else if (frame.key != null) {
                path.append(path.length() == 0 ? "" : ".").append(frame.key.text());
            }
        }
        return path.toString();
    }

    void fail(Finding finding) {
        failed = true;
        sink.add(finding);
    }

    /** Returns the tree, or null where the document has an error. */
    @Nullable SourceNode root() {
        return failed ? null : root;
    }

    private Frame top() {
        return open.get(open.size() - 1);
    }
}
