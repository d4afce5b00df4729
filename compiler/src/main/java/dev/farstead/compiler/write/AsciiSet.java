// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

/** Some ASCII characters; asking for one costs a look into a table. Immutable and thread-safe. */
final class AsciiSet {
    private final boolean[] members = new boolean[128];

    private AsciiSet(String members) {
        for (int i = 0; i < members.length(); i++) {
            this.members[members.charAt(i)] = true;
        }
    }

    static AsciiSet of(String members) {
        return new AsciiSet(members);
    }

    boolean contains(char c) {
        return c < members.length && members[c];
    }
}
