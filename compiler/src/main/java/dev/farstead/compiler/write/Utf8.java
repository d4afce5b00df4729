// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Encodes strictly: the usual way writes a question mark for half a surrogate pair. */
final class Utf8 {
    private Utf8() {}

    /**
     * Encodes a text.
     *
     * @param text the text
     * @param path of its file, for the message
     * @throws IllegalArgumentException for half a surrogate pair
     */
    static byte[] encode(String text, String path) {
        byte[] fast = text.getBytes(StandardCharsets.UTF_8);
        return holdsReplacement(fast) ? strictly(text, path) : fast;
    }

    /** Tells whether half a pair may have been replaced: where no question mark stands, none was. */
    private static boolean holdsReplacement(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '?') {
                return true;
            }
        }
        return false;
    }

    private static byte[] strictly(String text, String path) {
        try {
            // An array, since the encoder takes a string character by character.
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text.toCharArray()));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            // Without the cause, which could show a part of the text.
            throw new IllegalArgumentException("half a surrogate pair in " + path);
        }
    }
}
