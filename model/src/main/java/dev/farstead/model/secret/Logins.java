// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.secret;

/**
 * Finds user and password of addresses in a text, one after the other: what stands between {@code //} and the last {@code @} of a word, and
 * {@code user:password} before an {@code @}. The tag of an image before its digest has that form too and is none. Each character is looked at
 * a few times at most, however long the text is: a regular expression would take the square of it. Not thread-safe.
 */
final class Logins {
    private static final String DIGEST = "sha256:";

    private final String text;
    private int from;
    private int wordEnd;
    private int lastAt;
    private int behindSlashes;
    private int start;
    private int end;

    Logins(String text) {
        this.text = text;
    }

    /** Moves to the next login, and tells whether there is one. */
    boolean next() {
        while (from < text.length()) {
            if (from >= wordEnd) {
                enterWord();
            }
            boolean found = lastAt >= from && find();
            from = found ? end + 1 : wordEnd;
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the first character. */
    int start() {
        return start;
    }

    /** Returns the index of the {@code @}. */
    int end() {
        return end;
    }

    private void enterWord() {
        while (from < text.length() && endsWord(text.charAt(from))) {
            from++;
        }
        lastAt = -1;
        behindSlashes = -1;
        wordEnd = from;
        while (wordEnd < text.length() && !endsWord(text.charAt(wordEnd))) {
            if (isAt(wordEnd)) {
                lastAt = wordEnd;
            }
            wordEnd++;
            if (behindSlashes < 0 && wordEnd - from >= 2 && text.startsWith("//", wordEnd - 2)) {
                behindSlashes = wordEnd;
            }
        }
    }

    /** Finds what begins furthest left. */
    private boolean find() {
        boolean found = behindSlashes >= from && behindSlashes <= lastAt;
        start = found ? behindSlashes : Integer.MAX_VALUE;
        end = lastAt;
        return findBeforeAt() || found;
    }

    /** Finds a login before an {@code @} that begins further left than what was found. */
    private boolean findBeforeAt() {
        int segment = from;
        for (int at = from; at <= lastAt; at++) {
            char c = text.charAt(at);
            if (c != '@' && c != '/') {
                continue;
            }
            int colon = isAt(at) ? colon(segment, at) : -1;
            if (colon >= 0) {
                int user = colon;
                while (user > segment && isOfUser(text.charAt(user - 1))) {
                    user--;
                }
                if (user >= start) {
                    return false;
                }
                start = user;
                end = at;
                return true;
            }
            segment = at + 1;
            if (segment > start) {
                return false;
            }
        }
        return false;
    }

    /** Returns the first colon that divides a user from a password, or -1. */
    private int colon(int segment, int at) {
        for (int colon = segment + 1; colon < at - 1; colon++) {
            if (text.charAt(colon) == ':' && isOfUser(text.charAt(colon - 1))) {
                return colon;
            }
        }
        return -1;
    }

    private boolean isAt(int index) {
        return text.charAt(index) == '@' && !text.startsWith(DIGEST, index + 1);
    }

    private static boolean isOfUser(char c) {
        return "/:@{}[],".indexOf(c) < 0;
    }

    private static boolean endsWord(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '"' || c == '\'' || c == '`';
    }
}
