// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;

/**
 * A file or directory of a step of the stage engine. Its keys are {@code permissions} and {@code owner}: with other spellings the file
 * gets mode 0000 and nobody hears of it. The mode is a decimal number, since a quoted one drops every stage of the file.
 */
final class StageFile {
    private StageFile() {}

    static OutputMap of(String path, int mode, OutputNode content, Origin from) {
        return entry(path, mode, from).put("content", content).build();
    }

    static OutputMap directory(String path, int mode, Origin from) {
        return entry(path, mode, from).build();
    }

    private static OutputMap.Builder entry(String path, int mode, Origin from) {
        return OutputMap.builder(from)
                .put("path", new OutputText(path, from))
                .put("permissions", new OutputInteger(mode, from))
                .put("owner", new OutputInteger(0, from))
                .put("group", new OutputInteger(0, from));
    }
}
