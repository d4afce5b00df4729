// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Range;
import java.util.List;

/** What can be wrong with a text before anything is known about its keys: the findings of the area {@code YAML}. */
public enum SyntaxRule {
    /** YAML-001: invalid UTF-8. */
    NOT_UTF8(
            1,
            "invalid UTF-8",
            "Node software reads these files as UTF-8; a byte that begins no character would be replaced "
                    + "or end the reading.",
            "name: käse (saved as ISO 8859-1)",
            "name: käse (saved as UTF-8)"),
    /** YAML-002: UTF-16 or UTF-32 text. */
    WIDE_ENCODING(
            2,
            "UTF-16 or UTF-32 text",
            "Text is read as UTF-8 only. Some Windows editors save UTF-16 under the name Unicode.",
            "name: store (saved as UTF-16)",
            "name: store (saved as UTF-8)"),
    /** YAML-003: a character that is not allowed. */
    CHARACTER(
            3,
            "a character that is not allowed",
            "Control characters are invisible and end values early in shells and C programs. U+0085, "
                    + "U+2028 and U+2029 are line breaks to YAML 1.1 readers and text to YAML 1.2 readers.",
            "name: store\7",
            "name: \"store\\u2028\""),
    /** YAML-004: the source is too large. */
    SOURCE_SIZE(
            4,
            "the source is too large",
            "The limit bounds the memory that a source can take. It is a setting.",
            "a source larger than the limit",
            "several smaller sources"),
    /** YAML-005: a document is too large. */
    DOCUMENT_SIZE(
            5,
            "a document is too large",
            "The limit bounds the time and memory that a document can take. It is a setting.",
            "a document larger than the limit",
            "several smaller documents"),
    /** YAML-006: a line is too long. */
    LINE_LENGTH(
            6,
            "a line is too long",
            "Scanning time grows with the square of a text's length on one line. The limit is a setting.",
            "a line longer than the limit",
            "the same text on several lines of a block text"),
    /** YAML-007: too many levels of nesting. */
    DEPTH(
            7,
            "too many levels of nesting",
            "No specification nests deeply; a text that does is broken or hostile. The limit is a setting.",
            "a list in a list in a list … beyond the limit",
            "spec:\n  hosts:\n    - name: a"),
    /** YAML-008: an empty source. */
    EMPTY_SOURCE(
            8,
            "an empty source",
            "A source without a document says nothing; most often a file was not saved.",
            "# nothing but a comment",
            "kind: Site"),
    /** YAML-009: an empty document. */
    EMPTY_DOCUMENT(
            9,
            "an empty document",
            "A separator announces a document; where none follows, a part of the text may be missing.",
            "kind: Site\n---",
            "kind: Site\n---\nkind: Site"),
    /** YAML-010: a directive that is not supported. */
    DIRECTIVE(
            10,
            "a directive that is not supported",
            "Text is read by YAML 1.2. A directive that asks for other rules would have no effect.",
            "%YAML 1.1\n---\nkind: Site",
            "%YAML 1.2\n---\nkind: Site"),
    /** YAML-011: a key stands twice. */
    DUPLICATE_KEY(
            11,
            "a key stands twice",
            "Some readers keep the first value, some the last; one of the two would be lost without a word.",
            "kind: Site\nkind: Profile",
            "kind: Site"),
    /** YAML-012: a key that is not text. */
    COMPLEX_KEY(
            12,
            "a key that is not text",
            "Keys are names. A list, a mapping or an alias as key cannot be one.",
            "? [a, b]\n: 1",
            "\"[a, b]\": 1"),
    /** YAML-013: a key is missing. */
    MISSING_KEY(
            13,
            "a key is missing",
            "A colon without a key before it gives a value that nothing can refer to.",
            ": 1",
            "name: 1"),
    /** YAML-014: a merge key. */
    MERGE_KEY(
            14,
            "a merge key",
            "YAML 1.1 readers merge the mapping, YAML 1.2 readers see a key of that name.",
            "base: &base {a: 1}\nsite:\n  <<: *base",
            "site:\n  a: 1"),
    /** YAML-015: a tag that is not supported. */
    TAG(
            15,
            "a tag that is not supported",
            "A tag asks the reader for a type of its own. Only the core tags are known, where they name "
                    + "the type that the value has anyway, and !!str.",
            "size: !quantity 5",
            "size: !!int 5"),
    /** YAML-016: an alias without an anchor. */
    UNKNOWN_ANCHOR(
            16,
            "an alias without an anchor",
            "An alias repeats a value that was marked before it in the same document. A text that starts "
                    + "with * needs quotes.",
            "host: *store",
            "host: '*store'"),
    /** YAML-017: an alias inside its own value. */
    RECURSIVE_ALIAS(
            17,
            "an alias inside its own value",
            "A value that holds itself has no end.",
            "a: &a\n  b: *a",
            "a: &a\n  b: 1\nc: *a"),
    /** YAML-018: aliases repeat too much. */
    ALIAS_NODES(
            18,
            "aliases repeat too much",
            "A few lines of aliases on aliases can stand for billions of values. The limit is a setting.",
            "aliases of aliases that repeat more nodes than the limit",
            "a: &a [1, 2]\nb: *a"),
    /** YAML-019: a tab where a space is due. */
    TAB(
            19,
            "a tab where a space is due",
            "YAML indents by spaces only, since a tab has no width that readers agree on.",
            "spec:\n\tkind: Site",
            "spec:\n  kind: Site"),
    /** YAML-020: indentation that does not fit. */
    INDENTATION(
            20,
            "indentation that does not fit",
            "Where a line belongs is told by its indentation alone; one space more or less moves a value "
                    + "or breaks the text.",
            "spec:\n  a: 1\n b: 2",
            "spec:\n  a: 1\n  b: 2"),
    /** YAML-021: a quoted text is not closed. */
    UNCLOSED_QUOTE(
            21,
            "a quoted text is not closed",
            "Everything up to the end of the document would become part of the text.",
            "name: \"store",
            "name: \"store\""),
    /** YAML-022: a bracket is not closed. */
    UNCLOSED_BRACKET(
            22,
            "a bracket is not closed",
            "A list or mapping in brackets ends only with its closing bracket, however many lines it takes.",
            "groups: [sudo",
            "groups: [sudo]"),
    /** YAML-023: a comma is missing. */
    MISSING_COMMA(
            23,
            "a comma is missing",
            "In brackets, commas separate values, also across lines.",
            "groups: [\"sudo\" \"adm\"]",
            "groups: [\"sudo\", \"adm\"]"),
    /** YAML-024: an escape that is not valid. */
    ESCAPE(
            24,
            "an escape that is not valid",
            "In double quotes a backslash starts an escape; Windows paths and patterns need single quotes.",
            "path: \"C:\\data\"",
            "path: 'C:\\data'"),
    /** YAML-025: a text that needs quotes. */
    RESERVED_START(
            25,
            "a text that needs quotes",
            "Some characters have a meaning at the start of a value, so a text that starts with one needs quotes.",
            "user: @ops",
            "user: '@ops'"),
    /** YAML-026: a colon in a text without quotes. */
    COLON_IN_VALUE(
            26,
            "a colon in a text without quotes",
            "A colon with a space behind it makes a key; a text that holds one needs quotes.",
            "title: site: north",
            "title: 'site: north'"),
    /** YAML-027: a line without a colon. */
    MISSING_COLON(
            27,
            "a line without a colon",
            "Between the entries of a mapping each line needs a key, a colon and a space.",
            "a: 1\nstore\nb: 2",
            "a: 1\nstore: x\nb: 2"),
    /** YAML-028: a list on the line of its key. */
    LIST_ON_KEY_LINE(
            28,
            "a list on the line of its key",
            "A list with dashes starts on a line of its own.",
            "groups: - sudo",
            "groups:\n  - sudo"),
    /** YAML-029: the head of a block text is not valid. */
    BLOCK_HEADER(
            29,
            "the head of a block text is not valid",
            "Behind | or > only an indentation digit, + or - and a comment may stand; the text starts on "
                    + "the next line.",
            "note: | hello",
            "note: |\n  hello"),
    /** YAML-030: not valid YAML. */
    SYNTAX(
            30,
            "not valid YAML",
            "The text cannot be read from this place on.",
            "name: \"store\" north",
            "name: \"store north\""),
    /** YAML-031: not valid JSON. */
    JSON_SYNTAX(
            31,
            "not valid JSON",
            "The text cannot be read from this place on. JSON knows no comments, no trailing commas and "
                    + "no single quotes.",
            "{\"kind\": \"Site\",}",
            "{\"kind\": \"Site\"}"),
    /** YAML-032: keys that are too long together. */
    PATH_LENGTH(
            32,
            "keys that are too long together",
            "Every value is told by the keys around it, so long keys cost time and memory for each value below them. The limit is a setting.",
            "a key longer than the limit",
            "spec:\n  hosts:\n    - name: a");

    private final Explanation explanation;

    SyntaxRule(int number, String title, String why, String badExample, String goodExample) {
        String digits = "00" + number;
        String code = "YAML-" + digits.substring(digits.length() - 3);
        this.explanation =
                new Explanation(code, Severity.ERROR, title, why, List.of(), "", false, goodExample, badExample);
    }

    /**
     * Returns what stands behind the code. Where a fault lies in the encoding or the size, its bad example is words that describe it.
     *
     * @return the page of the rule
     */
    public Explanation explanation() {
        return explanation;
    }

    Finding.Builder finding(String message, Range range) {
        return Finding.builder()
                .code(explanation.code())
                .severity(explanation.severity())
                .message(message)
                .range(range);
    }
}
