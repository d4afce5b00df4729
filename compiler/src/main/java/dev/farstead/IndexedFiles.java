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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the index says about the files of a folder; made by any thread.
 *
 * @param items an item for each file
 */
record IndexedFiles(JsonItems items) {
    /** One digit before the four of a mode, so that their zeros stand there. */
    private static final int OCTAL = 010000;

    static IndexedFiles of(List<WrittenFile> files, Map<String, Origin> folders) {
        return new IndexedFiles(
                JsonItems.of(files.stream().map(file -> file(file, folders)).toList()));
    }

    private static OutputNode file(WrittenFile file, Map<String, Origin> folders) {
        List<Origin> from = new ArrayList<>(folders(file.path(), folders));
        from.add(file.origin());
        Origin listed = new Origin.Inferred("the index lists each file of the set", from);
        Origin content = new Origin.Inferred("follows from what stands in the file", from);
        OutputMap.Builder map = OutputMap.builder(listed)
                .put("path", new OutputText(file.path(), listed))
                .put("delivery", new OutputText(file.delivery().text(), listed))
                .put("consumer", new OutputText(file.consumer(), listed))
                .put("mediaType", new OutputText(file.mediaType(), listed))
                .put(
                        "mode",
                        new OutputText(
                                Integer.toOctalString(OCTAL | file.mode()).substring(1), listed))
                .put("size", new OutputInteger(file.size(), content))
                .put("digest", new OutputText(file.digest(), content));
        if (!file.secrets().isEmpty()) {
            map.put("secrets", secrets(file, file.secrets()));
        }
        if (!file.openSecrets().isEmpty()) {
            map.put("openSecrets", secrets(file, file.openSecrets()));
        }
        return map.build();
    }

    /** Returns where the names in a path come from. */
    private static List<Origin> folders(String path, Map<String, Origin> folders) {
        return IntStream.range(0, path.length())
                .filter(i -> path.charAt(i) == '/')
                .mapToObj(i -> folders.get(path.substring(0, i + 1)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static OutputNode secrets(WrittenFile file, List<String> names) {
        List<OutputNode> items = names.stream()
                .<OutputNode>map(name -> new OutputText(name, file.secretOrigin(name)))
                .toList();
        return new OutputList(
                items,
                new Origin.Inferred(
                        "secrets that the file holds or waits for",
                        items.stream().map(OutputNode::origin).toList()));
    }
}
