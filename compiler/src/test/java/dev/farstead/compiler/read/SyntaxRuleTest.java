// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.ImmutableLimits;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxRuleTest {
    /** Words of the engines, of Java and of this package, none of which an author knows. */
    private static final List<String> ENGINE_WORDS = List.of(
            "while scanning",
            "while parsing",
            "could not find",
            "mapping values",
            "are not allowed here",
            "block end",
            "block mapping",
            "block sequence",
            "scalar",
            "token",
            "stream",
            "org.yaml",
            "snakeyaml",
            "jackson",
            "exception",
            "java",
            "node",
            "null");

    @ParameterizedTest
    @EnumSource
    void theBadExampleHasTheFaultAndNoOther(SyntaxRule rule) {
        ReadResult result = readBad(rule);
        assertThat(Trees.codes(result)).containsExactly(rule.explanation().code());
        assertThat(result.documents().size()).isLessThanOrEqualTo(rule == SyntaxRule.EMPTY_DOCUMENT ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void theGoodExampleIsRead(SyntaxRule rule) {
        ReadResult result = rule == SyntaxRule.JSON_SYNTAX
                ? Trees.json(rule.explanation().good())
                : Trees.yaml(rule.explanation().good());
        assertThat(Trees.lines(result)).isEmpty();
        assertThat(result.documents()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theFindingFollowsTheRulesOfFindings(SyntaxRule rule) {
        for (Finding finding : readBad(rule).findings()) {
            assertThat(finding.fixes()).isNotEmpty();
            assertThat(finding.range()).isPresent();
            for (String text : Trees.texts(finding)) {
                assertThat(text).doesNotEndWith(".").doesNotContain("\n");
                assertThat(Character.isUpperCase(text.charAt(0)) && !text.startsWith("U") && !text.startsWith("YAML"))
                        .as(text)
                        .isFalse();
                assertSpeaksToAuthors(text);
            }
        }
        assertSpeaksToAuthors(rule.explanation().title());
        assertSpeaksToAuthors(rule.explanation().why());
    }

    @Test
    void codesCountFromOneWithoutGaps() {
        List<String> codes = Arrays.stream(SyntaxRule.values())
                .map(rule -> rule.explanation().code())
                .toList();
        for (int i = 0; i < codes.size(); i++) {
            assertThat(codes.get(i)).isEqualTo(String.format(Locale.ROOT, "YAML-%03d", i + 1));
        }
    }

    static void assertSpeaksToAuthors(String text) {
        // `aliasNodes` is the name of an option.
        String words = text.replace("`aliasNodes`", "")
                .replaceAll("more than [\\d,]+ nodes", "")
                .toLowerCase(Locale.ROOT);
        if (words.startsWith("node software")) {
            words = words.substring(4);
        }
        assertThat(words).doesNotContain(ENGINE_WORDS);
    }

    private static ReadResult readBad(SyntaxRule rule) {
        Limits few = ImmutableLimits.builder()
                .sourceBytes(200)
                .documentBytes(100)
                .lineBytes(20)
                .depth(2)
                .aliasNodes(3)
                .pathCharacters(10)
                .build();
        return switch (rule) {
            case NOT_UTF8 -> bytes("name: käse".getBytes(StandardCharsets.ISO_8859_1));
            case WIDE_ENCODING -> bytes("name: store".getBytes(StandardCharsets.UTF_16));
            case SOURCE_SIZE -> Trees.read("a.yaml", "a: 1\n".repeat(50), few);
            case DOCUMENT_SIZE -> Trees.read("a.yaml", "a: 1\n".repeat(25), few);
            case LINE_LENGTH -> Trees.read("a.yaml", "a: " + "x".repeat(20), few);
            case DEPTH -> Trees.read("a.yaml", "[[[1]]]", few);
            case ALIAS_NODES -> Trees.read("a.yaml", "- &a [1, 2]\n- *a\n- *a", few);
            case PATH_LENGTH -> Trees.read("a.yaml", "abcdef: {ghijk: 1}", few);
            case JSON_SYNTAX -> Trees.json(rule.explanation().bad());
            default -> Trees.yaml(rule.explanation().bad());
        };
    }

    private static ReadResult bytes(byte[] bytes) {
        return SourceReader.read(new SourceText("a.yaml", bytes), Limits.defaults());
    }
}
