// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.write.JsonItems;
import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.model.origin.Origin;
import java.util.List;
import java.util.Locale;

/**
 * What the index says about the files of a folder; made by any thread.
 *
 * @param items an item for each file
 * @param complete whether no secret of them is open
 */
record IndexedFiles(JsonItems items, boolean complete) {
    private static final Origin OURS = new Origin.Default("the index describes the output set");

    static IndexedFiles of(List<WrittenFile> files) {
        return new IndexedFiles(
                JsonItems.of(files.stream().map(IndexedFiles::file).toList()),
                files.stream().allMatch(file -> file.openSecrets().isEmpty()));
    }

    private static OutputNode file(WrittenFile file) {
        OutputMap.Builder map = OutputMap.builder(OURS)
                .put("path", text(file.path()))
                .put("delivery", text(file.delivery().text()))
                .put("consumer", text(file.consumer()))
                .put("mediaType", text(file.mediaType()))
                .put("mode", text(String.format(Locale.ROOT, "%04o", file.mode())))
                .put("size", new OutputInteger(file.size(), OURS))
                .put("digest", text(file.digest()));
        if (!file.secrets().isEmpty()) {
            map.put("secrets", texts(file.secrets()));
        }
        if (!file.openSecrets().isEmpty()) {
            map.put("openSecrets", texts(file.openSecrets()));
        }
        return map.build();
    }

    private static OutputNode texts(List<String> texts) {
        return new OutputList(texts.stream().map(IndexedFiles::text).toList(), OURS);
    }

    private static OutputNode text(String text) {
        return new OutputText(text, OURS);
    }
}
