// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a source into text, strictly. */
final class TextDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    private TextDecoder() {}

    static @Nullable String decode(SourceText source, Limits limits, FindingSink sink) {
        byte[] bytes = source.bytes();
        Position first = new Position(1, 1, 0);
        Range start = new Range(source.name(), first, first);
        if (bytes.length > limits.sourceBytes()) {
            sink.add(SyntaxRule.SOURCE_SIZE
                    .finding(
                            String.format(
                                    Locale.ROOT,
                                    "the source has %,d bytes, more than the limit of %,d",
                                    bytes.length,
                                    limits.sourceBytes()),
                            start)
                    .addFixes(Fix.advice("split the source, or raise the limit `sourceBytes`"))
                    .build());
            return null;
        }
        String wide = wideEncoding(bytes);
        if (wide != null) {
            sink.add(SyntaxRule.WIDE_ENCODING
                    .finding("the text is encoded in " + wide + ", not in UTF-8", start)
                    .addValues(wide)
                    .addFixes(Fix.advice("save the source as UTF-8"))
                    .build());
            return null;
        }
        int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        // The fast decoder replaces what it cannot read; only a text with a replacement character needs the slow one.
        if (text.indexOf(REPLACEMENT) >= 0 && !strict(source, from, sink)) {
            return null;
        }
        return text;
    }

    private static boolean strict(SourceText source, int from, FindingSink sink) {
        ByteBuffer in = ByteBuffer.wrap(source.bytes(), from, source.bytes().length - from);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (!result.isError()) {
            return true;
        }
        Position position = TextPositions.behind(out.flip());
        String value = String.format(Locale.ROOT, "byte 0x%02X at index %d", in.get(in.position()), in.position());
        sink.add(SyntaxRule.NOT_UTF8
                .finding("the text is not valid UTF-8", new Range(source.name(), position, position))
                .label("this byte begins no character")
                .addValues(value)
                .addFixes(Fix.advice("save the source as UTF-8; it may be in an older encoding such as ISO 8859-1"))
                .build());
        return false;
    }

    private static @Nullable String wideEncoding(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return "UTF-32";
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return "UTF-16";
        }
        if (bytes.length < 4) {
            return null;
        }
        // Without a byte order mark, the zeros beside the first ASCII characters tell.
        int zeros = 0;
        for (int i = 0; i < 4; i++) {
            zeros = (zeros << 1) | (bytes[i] == 0 ? 1 : 0);
        }
        return switch (zeros) {
            case 0b0111, 0b1110 -> "UTF-32";
            case 0b0101, 0b1010 -> "UTF-16";
            default -> null;
        };
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
