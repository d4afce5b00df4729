// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Fix.Applicability;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Says in our words why a document cannot be read. The engine's words only choose the sentence: they speak of the
 * engine's state, not of what the author did.
 */
final class YamlProblems {
    /** The longest key on one line that YAML 1.2.2, section 7.4.2, allows. */
    private static final int LONGEST_KEY = 1024;

    private final SourceSection section;
    private final String text;
    private final String path;
    private final int openStart;
    private final boolean inBrackets;

    YamlProblems(SourceSection section, TreeBuilder tree) {
        this.section = section;
        this.openStart = tree.hasOpen() ? tree.openStart() : -1;
        this.text = section.text();
        this.path = tree.path();
        this.inBrackets = openStart >= 0 && (text.charAt(openStart) == '[' || text.charAt(openStart) == '{');
    }

    Finding explain(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        int at = offset(e.getProblemMark(), section.start());
        int from = offset(e.getContextMark(), at);
        if (context.endsWith("quoted scalar")) {
            return problem.startsWith("found unexpected") || at >= section.end() ? unclosedQuote(from) : escape(at);
        }
        boolean bracket = context.startsWith("while parsing a flow") && !context.endsWith("node");
        if (bracket && section.skipBlanks(at) >= section.end()) {
            return unclosedBracket(from);
        }
        int tab = tabBefore(at);
        if (tab >= 0) {
            return tab(tab);
        }
        if (bracket) {
            return isOutside(at, from) ? unclosedBracket(from) : missingComma(at, from);
        }
        return switch (context) {
            case "while scanning a simple key" -> missingColon(from);
            case "while scanning for the next token", "while scanning an alias", "while scanning an anchor" ->
                reserved(context.endsWith("token") ? at : from);
            case "while scanning a tag", "while parsing a node" -> tag(at, from);
            case "while scanning a directive", "while scanning a YAML directive" -> reserved(from);
            case "while scanning a block scalar" -> blockHeader(at, from);
            case "while parsing a block mapping", "while parsing a block collection" -> misplaced(at, from);
            default -> byProblem(problem, at);
        };
    }

    private Finding byProblem(String problem, int at) {
        if (problem.startsWith("mapping values")) {
            return colon(at);
        }
        if (problem.startsWith("sequence entries")) {
            return listOnKeyLine(at);
        }
        if (problem.startsWith("expected the node content")) {
            return missingValue(at);
        }
        if (problem.startsWith("expected '<document start>'")) {
            return misplaced(at, at);
        }
        return unexplained(at);
    }

    Finding unexplained(int at) {
        return finding(SyntaxRule.SYNTAX, "this is not valid YAML", rest(at, at))
                .label(at >= section.end() ? "the text ends here" : "cannot be read from here on")
                .addFixes(Fix.advice("put the text in quotes if it is one value, or correct what stands before it"))
                .build();
    }

    /** Explains a tab in a line's indentation, with the line's neighbours that have the same fault. */
    Finding tab(int at) {
        List<Edit> edits = new ArrayList<>();
        int line = section.positions().lineStart(at);
        while (line < section.end()) {
            int content = section.skipBlanks(line);
            String blanks = text.substring(line, content);
            if (blanks.indexOf('\t') < 0) {
                break;
            }
            edits.add(new Edit(section.range(line, content), blanks.replace("\t", "  ")));
            line = section.positions().lineEnd(content) + 1;
            if (line < section.end() && text.charAt(line) == '\n' && text.charAt(line - 1) == '\r') {
                line++;
            }
        }
        return finding(SyntaxRule.TAB, "a tab is used as indentation", section.range(at, at + 1))
                .label("only spaces can indent")
                .addFixes(new Fix("write two spaces for each tab", edits, Applicability.GUESS))
                .build();
    }

    Finding missingKey(Range range) {
        return finding(SyntaxRule.MISSING_KEY, "a key is missing before the colon", range)
                .addFixes(Fix.advice("write the key, or quote the text if the colon is part of it"))
                .build();
    }

    private Finding unclosedQuote(int from) {
        char quote = from < section.end() ? text.charAt(from) : '"';
        return finding(SyntaxRule.UNCLOSED_QUOTE, "the quoted text is not closed", section.range(from, from + 1))
                .label("opened here")
                .addFixes(Fix.advice("write `" + quote + "` behind the text"))
                .build();
    }

    Finding escape(int at) {
        int backslash = Math.min(at, section.end() - 1);
        while (backslash > section.start() && text.charAt(backslash) != '\\') {
            backslash--;
        }
        int end = Math.min(section.end(), Math.max(at, backslash + 1) + 1);
        if (text.startsWith("\\/", backslash)) {
            return finding(
                            SyntaxRule.ESCAPE,
                            "the escape `\\/` is known to some readers only",
                            section.range(backslash, end))
                    .label("a slash needs no escape")
                    .addFixes(Fix.of(
                            "delete the backslash",
                            new Edit(section.range(backslash, backslash + 1), ""),
                            Applicability.SAFE))
                    .build();
        }
        return finding(SyntaxRule.ESCAPE, "the escape is unknown", section.range(backslash, end))
                .label("not an escape in double quotes")
                .addFixes(Fix.of(
                        "double the backslash",
                        new Edit(section.range(backslash, backslash), "\\"),
                        Applicability.GUESS))
                .addFixes(Fix.advice("write the text in single quotes, where a backslash is itself"))
                .build();
    }

    private Finding unclosedBracket(int from) {
        boolean list = text.charAt(from) == '[';
        return finding(
                        SyntaxRule.UNCLOSED_BRACKET,
                        "the " + (list ? "list" : "mapping") + " in brackets is not closed",
                        section.range(from, from + 1))
                .label("opened here")
                .addFixes(Fix.advice("write `" + (list ? ']' : '}') + "` behind its last value"))
                .build();
    }

    private Finding missingComma(int at, int from) {
        char closing = text.charAt(from) == '[' ? ']' : '}';
        return finding(SyntaxRule.MISSING_COMMA, "a comma or `" + closing + "` is missing", section.range(at, at))
                .label("before this")
                .addRelated(new Related(section.range(from, from + 1), "opened here"))
                .addFixes(Fix.advice("write the comma, or quote the text before it if it is one value"))
                .build();
    }

    private Finding missingColon(int from) {
        return finding(SyntaxRule.MISSING_COLON, "the line is no entry: it has no colon", rest(from, from))
                // It may go on with the value of the line before.
                .hidden(section.mayHoldSecret(
                        Math.max(section.start(), section.positions().lineStart(from) - 1)))
                .label("a colon and a space are due behind the key")
                .addFixes(Fix.advice("write `key: value`, or indent the line deeper if it continues the value before"))
                .build();
    }

    private Finding missingValue(int at) {
        if (at >= section.end()) {
            return inBrackets ? unclosedBracket(openStart) : unexplained(at);
        }
        char c = text.charAt(at);
        if (c == ':') {
            return missingKey(section.range(at, at));
        }
        if (c != ',' && c != ']' && c != '}') {
            return unexplained(at);
        }
        return finding(SyntaxRule.SYNTAX, "a value is missing before `" + c + "`", section.range(at, at + 1))
                .label("no value stands before this")
                .addFixes(Fix.advice("write the value, or put the text in quotes"))
                .build();
    }

    private Finding reserved(int at) {
        if (at >= section.end()) {
            return unexplained(at);
        }
        if (text.charAt(at) == '\t') {
            Range blanks = section.range(at, section.skipBlanks(at));
            return finding(SyntaxRule.TAB, "a tab stands where a space is due", blanks)
                    .label("readers disagree on tabs here")
                    .addFixes(Fix.of("write a space", new Edit(blanks, " "), Applicability.SAFE))
                    .build();
        }
        int c = text.codePointAt(at);
        Finding.Builder finding = finding(
                        SyntaxRule.RESERVED_START,
                        "a text without quotes cannot start with " + Excerpt.of(Character.toString(c)),
                        rest(at, at))
                .label("needs quotes");
        return finding.addFixes(quote(at)).build();
    }

    private Finding tag(int at, int from) {
        int start = Math.min(at, from);
        return finding(SyntaxRule.TAG, "tags are not supported here", rest(start, start))
                .label("read as a tag because of the `!`")
                .addFixes(quote(start))
                .build();
    }

    private Finding blockHeader(int at, int from) {
        return finding(SyntaxRule.BLOCK_HEADER, "the head of the block text is not valid", rest(from, at))
                .label("only a digit from 1 to 9, `+` or `-` may stand here")
                .addFixes(Fix.advice("start the text on the next line, or quote it"))
                .build();
    }

    private Finding misplaced(int at, int from) {
        if (text.startsWith(":", at) && (section.isBlank(at + 1) || section.isBreak(at + 1))) {
            return missingKey(section.range(at, at));
        }
        if (section.startsLine(at)) {
            Finding.Builder finding = finding(
                            SyntaxRule.INDENTATION, "the line does not fit to those before it", rest(at, at))
                    .label("indented unlike its neighbours, or of another kind");
            if (from < at) {
                finding.addRelated(new Related(section.range(from, from), "the entries around it start here"));
            }
            return finding.addFixes(Fix.advice("indent it like the entries that it belongs to"))
                    .build();
        }
        return finding(SyntaxRule.SYNTAX, "text stands behind a value that has ended", rest(at, at))
                .label("the value ends before this")
                .addFixes(Fix.advice("put the whole value in quotes, or delete the rest"))
                .build();
    }

    private Finding colon(int at) {
        int line = section.positions().lineStart(at);
        int key = section.skipBlanks(line);
        int first = firstColon(key, at);
        if (first < 0 && at - key > LONGEST_KEY) {
            return finding(SyntaxRule.SYNTAX, "the key has more than 1,024 characters", section.range(key, at))
                    .addFixes(Fix.advice("write a shorter key"))
                    .build();
        }
        if (first < 0) {
            return finding(SyntaxRule.INDENTATION, "the entry is indented deeper than its neighbours", rest(key, key))
                    .label("the entry before has a value already")
                    .addFixes(Fix.advice("indent it like the entries that it belongs to"))
                    .build();
        }
        int value = section.skipBlanks(first + 1);
        return finding(
                        SyntaxRule.COLON_IN_VALUE,
                        "a value without quotes holds a colon and a space",
                        rest(value, value))
                .label("reads as a second key on the line")
                .addFixes(quote(value))
                .build();
    }

    private int firstColon(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ':' && (section.isBlank(i + 1) || section.isBreak(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private Finding listOnKeyLine(int at) {
        return finding(SyntaxRule.LIST_ON_KEY_LINE, "a list starts on the line of its key", rest(at, at))
                .label("the first `-` is due on a line of its own")
                .addFixes(Fix.advice("start a new line before the `-`, or quote the text if it is one value"))
                .build();
    }

    /** Suggests quotes around the rest of a line, or of the value where it stands in brackets. */
    private Fix quote(int from) {
        int to = from;
        int end = section.trimmedLineEnd(from);
        boolean bracketed = inBrackets || opensBracket(from);
        while (to < end && !endsPlain(to, bracketed)) {
            to++;
        }
        while (to > from && section.isBlank(to - 1)) {
            to--;
        }
        String value = text.substring(from, to);
        if (value.isEmpty() || value.indexOf('\'') >= 0 || section.mayHoldSecret(from)) {
            return Fix.advice("put the text in quotes");
        }
        return Fix.of(
                "put the text in quotes", new Edit(section.range(from, to), "'" + value + "'"), Applicability.GUESS);
    }

    /** Whether a bracket opens before an offset on its line: the engine reads some tokens ahead of what the tree has taken. */
    private boolean opensBracket(int at) {
        int open = 0;
        char quote = 0;
        char before = ' ';
        for (int i = section.positions().lineStart(at); i < at; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (" \t[{,".indexOf(before) >= 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (" \t[{,".indexOf(before) >= 0 && (c == '[' || c == '{')) {
                open++;
            } else if (open > 0 && (c == ']' || c == '}')) {
                open--;
            }
            before = c;
        }
        return open > 0;
    }

    private boolean endsPlain(int at, boolean bracketed) {
        return (bracketed && ",]}".indexOf(text.charAt(at)) >= 0)
                || (section.isBlank(at) && text.startsWith("#", section.skipBlanks(at)));
    }

    /** Returns the offset of a tab in the indentation of the line that holds an offset, or -1. */
    private int tabBefore(int at) {
        int line = section.positions().lineStart(at);
        int content = section.skipBlanks(line);
        int tab = text.indexOf('\t', line);
        return tab >= 0 && tab < content ? tab : -1;
    }

    /** Whether a later line that interrupts a bracket is indented no deeper than the line that opened the bracket. */
    private boolean isOutside(int at, int from) {
        int opening = section.positions().lineStart(from);
        int line = section.positions().lineStart(at);
        return line > opening && section.skipBlanks(line) - line <= section.skipBlanks(opening) - opening;
    }

    private Range rest(int from, int least) {
        int to = Math.max(section.trimmedLineEnd(from), Math.min(least, section.end()));
        return section.range(from, to);
    }

    private Finding.Builder finding(SyntaxRule rule, String message, Range range) {
        return rule.finding(message, range).path(path);
    }

    private int offset(@Nullable Mark mark, int otherwise) {
        return mark == null ? otherwise : section.positions().offset(mark.getIndex());
    }
}
