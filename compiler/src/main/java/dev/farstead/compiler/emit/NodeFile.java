// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.output.Delivery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of a host without the agent. It is emitted twice with equal bytes: as it stands on the host, and within the user-data that
 * writes it there.
 *
 * @param path where it stands on the host, from the root
 * @param mode its permission bits
 * @param content what stands in it
 * @param consumer the program that reads it, in a few words
 * @param origin where the file comes from
 */
record NodeFile(String path, int mode, Content content, String consumer, Origin origin) {
    /** What stands in a file of a host. */
    sealed interface Content {}

    /**
     * A YAML document.
     *
     * @param tree the document
     */
    record Document(OutputNode tree) implements Content {}

    /**
     * Settings of the kernel.
     *
     * @param values the settings, texts only
     */
    record KernelSettings(OutputMap values) implements Content {}

    /**
     * An environment file of systemd.
     *
     * @param values the variables, texts only
     */
    record Environment(OutputMap values) implements Content {}

    /** The file as it stands on the host. */
    OutputFile standing(ResolvedSite site, ResolvedHost host) {
        return new OutputFile(Paths.of(site, host) + "rootfs" + path, Delivery.NODE, consumer, mode, written());
    }

    private OutputContent written() {
        if (content instanceof Document document) {
            return new OutputContent.Yaml(Optional.empty(), document.tree());
        }
        return content instanceof KernelSettings settings
                ? new OutputContent.KernelSettings(settings.values())
                : new OutputContent.Environment(((Environment) content).values());
    }

    /** The entry of {@code write_files}. The mode is a quoted octal number: without quotes readers of YAML disagree about it. */
    OutputMap entry() {
        return OutputMap.builder(origin)
                .put("path", new OutputText(path, origin))
                .put("permissions", new OutputText(String.format(Locale.ROOT, "%04o", mode), origin))
                .put("content", text())
                .build();
    }

    private OutputNode text() {
        if (content instanceof Document document) {
            return new OutputEmbedded(document.tree(), origin);
        }
        OutputMap values =
                content instanceof KernelSettings settings ? settings.values() : ((Environment) content).values();
        StringBuilder lines = new StringBuilder();
        values.entries()
                .forEach(entry -> lines.append(entry.key())
                        .append('=')
                        .append(((OutputText) entry.value()).text())
                        .append('\n'));
        List<Origin> origins =
                values.entries().stream().map(entry -> entry.value().origin()).toList();
        return new OutputText(lines.toString(), new Origin.Inferred("the lines of this file", origins));
    }
}
