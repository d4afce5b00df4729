// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Fix.Applicability;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document from the events of the parser. Types, tags, aliases and duplicates are decided here, so
 * nothing that the engine does by YAML 1.1 reaches the tree.
 */
final class YamlReader {
    private static final String CORE_TAG = "tag:yaml.org,2002:";

    private final SourceSection section;
    private final String text;
    private final Limits limits;
    private final TreeBuilder tree;
    private final StreamReader input;
    private final ParserImpl parser;

    /** Anchors that are complete; absent until the first one. */
    private @Nullable Map<String, TreeBuilder.Built> anchors;
    /** Anchors by the depth at which their collection is open. */
    private final Map<Integer, String> openAnchors = new HashMap<>();

    private long aliasNodes;

    /** Range of the tag that {@link #contentStart} passed, empty where there was none. */
    private int tagStart;

    private int tagEnd;

    YamlReader(SourceSection section, Limits limits, FindingSink sink) {
        this.section = section;
        this.text = section.text();
        this.limits = limits;
        this.tree = new TreeBuilder(section, limits, sink);
        LoaderOptions options = new LoaderOptions();
        // Our limits have acted already, on bytes.
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.input = new StreamReader(text.substring(section.start(), section.end()));
        this.parser = new ParserImpl(input, options);
    }

    /** Returns the root of the document, or null where it has an error. */
    @Nullable SourceNode read() {
        try {
            boolean more = true;
            while (more) {
                more = take(parser.getEvent());
            }
        } catch (MarkedYAMLException e) {
            tree.fail(new YamlProblems(section, tree).explain(e));
        } catch (NumberFormatException e) {
            // The scanner does not expect the escape \UFFFFFFFF.
            tree.fail(new YamlProblems(section, tree).escape(section.positions().offset(input.getIndex())));
        } catch (YAMLException e) {
            tree.fail(new YamlProblems(section, tree)
                    .unexplained(section.positions().offset(input.getIndex())));
        }
        return tree.root();
    }

    private boolean take(Event event) {
        switch (event.getEventId()) {
            case StreamEnd -> {
                return false;
            }
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart -> {
                return collection((CollectionStartEvent) event, true);
            }
            case SequenceStart -> {
                return collection((CollectionStartEvent) event, false);
            }
            case MappingEnd, SequenceEnd -> end(event);
            default -> {
                // Starts and ends of stream and document, and comments, add nothing to the tree.
            }
        }
        return true;
    }

    private boolean collection(CollectionStartEvent event, boolean mapping) {
        int start = contentStart(event.getStartMark(), event.getAnchor(), event.getTag());
        if (event.getTag() != null && !event.getTag().equals(CORE_TAG + (mapping ? "map" : "seq"))) {
            refuseTag(start);
        }
        if (tree.atKey()) {
            tree.fail(SyntaxRule.COMPLEX_KEY
                    .finding("a key is a list or a mapping", section.range(start, start))
                    .path(tree.path())
                    .label("only text can be a key")
                    .addFixes(Fix.advice("write a text as key; a value that starts with `{{` needs quotes"))
                    .build());
        }
        if (event.getAnchor() != null) {
            openAnchors.put(tree.depth(), event.getAnchor());
            anchors().remove(event.getAnchor());
        }
        return tree.open(mapping, start);
    }

    private void end(Event event) {
        int start = tree.openStart();
        boolean bracketed = start < section.end() && (text.charAt(start) == '{' || text.charAt(start) == '[');
        // A block mapping may start with a key in brackets; then the closing mark holds no bracket.
        int end = offset(event.getEndMark());
        bracketed = bracketed && end > start && offset(event.getStartMark()) < end;
        TreeBuilder.Built built = tree.close(bracketed ? end : -1);
        String anchor = openAnchors.remove(tree.depth());
        if (anchor != null) {
            anchors().put(anchor, built);
        }
    }

    private void scalar(ScalarEvent event) {
        int start = contentStart(event.getStartMark(), event.getAnchor(), event.getTag());
        int end = Math.max(start, offset(event.getEndMark()));
        ScalarStyle style = event.getScalarStyle();
        boolean plain = style == ScalarStyle.PLAIN;
        String value = event.getValue();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            end = blockEnd(start, end);
        } else if (start == end) {
            start = emptyAt(start, event);
            end = start;
        }
        Range range = section.range(start, end);
        if (style == ScalarStyle.DOUBLE_QUOTED) {
            refuseUnwritable(value, range);
        }
        if (tree.atKey()) {
            key(event, range, value, plain);
            return;
        }
        SourceScalar.Type type = plain ? CoreScalars.type(value) : SourceScalar.Type.TEXT;
        String tag = event.getTag();
        if (tag != null) {
            if (tag.equals(CORE_TAG + "str")) {
                type = SourceScalar.Type.TEXT;
            } else if (!tag.equals(coreTag(type))) {
                refuseTag(start);
            }
        }
        SourceScalar scalar = new SourceScalar(range, value, type, plain);
        if (event.getAnchor() != null) {
            anchors().put(event.getAnchor(), TreeBuilder.Built.scalar(scalar));
        }
        tree.add(scalar);
    }

    private void key(ScalarEvent event, Range range, String value, boolean plain) {
        SourceScalar key = new SourceScalar(range, value, SourceScalar.Type.TEXT, plain);
        if (event.getTag() != null && !event.getTag().equals(CORE_TAG + "str")) {
            refuseTag(range.start().offset());
        }
        if (plain && value.isEmpty()) {
            tree.fail(new YamlProblems(section, tree).missingKey(range));
            tree.refusedKey(range);
            return;
        }
        if (plain && value.equals("<<")) {
            tree.fail(SyntaxRule.MERGE_KEY
                    .finding("merge keys are not supported", range)
                    .path(tree.path())
                    .effect("YAML 1.1 readers merge the mapping, YAML 1.2 readers see a key named `<<`")
                    .addFixes(Fix.advice("write the keys out"))
                    .build());
            tree.refusedKey(range);
            return;
        }
        refuseTab(range.start().offset());
        if (event.getAnchor() != null) {
            anchors().put(event.getAnchor(), TreeBuilder.Built.scalar(key));
        }
        tree.key(key);
    }

    private void alias(AliasEvent event) {
        int start = offset(event.getStartMark());
        Range range = section.range(start, offset(event.getEndMark()));
        String name = section.quoted(start + 1, range.end().offset());
        if (tree.atKey()) {
            tree.fail(SyntaxRule.COMPLEX_KEY
                    .finding("a key is an alias", range)
                    .path(tree.path())
                    .label("only text can be a key")
                    .addFixes(Fix.advice("write the key out"))
                    .build());
            tree.refusedKey(range);
            return;
        }
        TreeBuilder.Built built = anchors == null ? null : anchors.get(event.getAnchor());
        if (built == null) {
            boolean recursive = openAnchors.containsValue(event.getAnchor());
            SyntaxRule rule = recursive ? SyntaxRule.RECURSIVE_ALIAS : SyntaxRule.UNKNOWN_ANCHOR;
            String message = recursive
                    ? "the alias " + name + " stands inside the value that it repeats"
                    : "no anchor " + name + " stands before this alias";
            Fix fix = recursive || section.mayHoldSecret(start)
                    ? Fix.advice(recursive ? "write the value out" : "quote the text if no alias is meant")
                    : Fix.of(
                            "quote the text if no alias is meant",
                            new Edit(
                                    range,
                                    '"' + text.substring(start, range.end().offset()) + '"'),
                            Applicability.GUESS);
            tree.fail(
                    rule.finding(message, range).path(tree.path()).addFixes(fix).build());
            built = TreeBuilder.Built.scalar(new SourceScalar(range, "", SourceScalar.Type.NULL, true));
        }
        aliasNodes += built.size();
        if (aliasNodes > limits.aliasNodes()) {
            // Counted, not copied: the tree shares the node, and a bomb costs nothing before it is refused here.
            if (aliasNodes - built.size() <= limits.aliasNodes()) {
                tree.fail(SyntaxRule.ALIAS_NODES
                        .finding(
                                String.format(
                                        Locale.ROOT,
                                        "the document's aliases repeat more than %,d nodes",
                                        limits.aliasNodes()),
                                range)
                        .path(tree.path())
                        .label("this alias exceeds the limit")
                        .addRelated(new Related(built.node().range(), "the value that it repeats"))
                        .addFixes(Fix.advice("use fewer aliases, or raise the limit `aliasNodes`"))
                        .build());
            }
            aliasNodes = Long.MAX_VALUE / 2;
            built = TreeBuilder.Built.scalar(new SourceScalar(range, "", SourceScalar.Type.NULL, true));
        } else if (tree.depth() + built.height() > limits.depth()) {
            tree.tooDeep(range);
        } else if (tree.pathLength() + built.path() > limits.pathCharacters()) {
            tree.pathTooLong(range);
        }
        tree.add(built, range.end().offset());
    }

    private Map<String, TreeBuilder.Built> anchors() {
        if (anchors == null) {
            anchors = new HashMap<>();
        }
        return anchors;
    }

    private static String coreTag(SourceScalar.Type type) {
        return CORE_TAG
                + switch (type) {
                    case TEXT -> "str";
                    case INTEGER -> "int";
                    case FLOAT -> "float";
                    case BOOLEAN -> "bool";
                    case NULL -> "null";
                };
    }

    private void refuseTag(int contentStart) {
        Range range = section.range(tagStart, tagEnd);
        String tag = section.quoted(tagStart, tagEnd);
        // What has nothing behind it was hardly meant as a tag.
        boolean alone = contentStart <= tagEnd;
        Edit edit = alone
                ? new Edit(range, '"' + text.substring(tagStart, tagEnd) + '"')
                : new Edit(section.range(tagStart, Math.min(section.skipBlanks(tagEnd), contentStart)), "");
        tree.fail(SyntaxRule.TAG
                .finding("the tag " + tag + " is not supported here", range)
                .path(tree.path())
                .effect("a tag can change the value that other readers see")
                .addFixes(Fix.of(alone ? "put the text in quotes" : "delete the tag", edit, Applicability.GUESS))
                .build());
    }

    /** A key behind a tab is indented by it: the engine counts a tab as one column, other readers refuse it. */
    private void refuseTab(int keyStart) {
        if (keyStart > section.start() && text.charAt(keyStart - 1) == '\t' && section.startsLine(keyStart)) {
            tree.fail(new YamlProblems(section, tree).tab(keyStart - 1));
        }
    }

    private void refuseUnwritable(String value, Range range) {
        Optional<String> bad = Unwritable.find(value);
        if (bad.isPresent()) {
            tree.fail(SyntaxRule.ESCAPE
                    .finding("an escape gives " + bad.get() + ", which no text can hold", range)
                    .path(tree.path())
                    .addFixes(Fix.advice("leave the escape out"))
                    .build());
        }
    }

    /**
     * Returns where a node's own text starts, behind its anchor and tag: the engine's mark stands before them, and an
     * edit of the value must not delete them.
     */
    private int contentStart(Mark mark, @Nullable String anchor, @Nullable String tag) {
        int at = offset(mark);
        tagStart = at;
        tagEnd = at;
        if (anchor == null && tag == null) {
            return at;
        }
        int properties = (anchor == null ? 0 : 1) + (tag == null ? 0 : 1);
        int behind = at;
        while (at < section.end()) {
            char c = text.charAt(at);
            if (properties > 0 && (c == '&' || c == '!')) {
                int from = at;
                at = propertyEnd(at);
                behind = at;
                properties--;
                if (c == '!') {
                    tagStart = from;
                    tagEnd = at;
                }
            } else if (section.isBlank(at) || section.isBreak(at)) {
                at++;
            } else if (c == '#') {
                at = section.positions().lineEnd(at);
            } else {
                return at;
            }
        }
        return behind;
    }

    private int propertyEnd(int from) {
        boolean verbatim = text.startsWith("!<", from);
        int at = from;
        while (!section.isBreak(at) && !section.isBlank(at)) {
            char c = text.charAt(at);
            if (verbatim ? c == '>' : c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
                return verbatim ? at + 1 : at;
            }
            at++;
        }
        return at;
    }

    /** Returns the end of a block scalar's last line that holds something, its line break not counted. */
    private int blockEnd(int start, int end) {
        int at = end;
        while (at > start && (section.isBreak(at - 1) || section.isBlank(at - 1))) {
            at--;
        }
        return Math.min(section.positions().lineEnd(at), Math.max(at, end));
    }

    /**
     * Returns where nothing stands: behind its colon, dash, anchor or tag, or where there is no colon behind its
     * key.
     */
    private int emptyAt(int offset, ScalarEvent event) {
        if (event.getAnchor() != null || event.getTag() != null) {
            return offset(event.getEndMark());
        }
        SourceScalar key = tree.pendingKey();
        boolean behindColon = offset > section.start() && text.charAt(offset - 1) == ':';
        return key != null && !behindColon ? key.range().end().offset() : offset;
    }

    private int offset(Mark mark) {
        return section.positions().offset(mark.getIndex());
    }
}
