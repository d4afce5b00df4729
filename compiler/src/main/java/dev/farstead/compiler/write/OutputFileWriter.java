// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.model.secret.SecretSource;
import java.util.List;

/** Writes output files. */
public final class OutputFileWriter {
    private OutputFileWriter() {}

    /**
     * Writes a file. Equal files and secrets give equal bytes.
     *
     * @param file the file
     * @param secrets gives the secrets that the file names; those it doesn't know stay open
     * @return the bytes and what an index says about them
     * @throws IllegalArgumentException if the path is none of an output set, or the format can't carry a value exactly
     */
    public static WrittenFile write(OutputFile file, SecretSource secrets) {
        OutputPaths.check(file.path());
        SecretUse use = new SecretUse(secrets);
        WrittenText text = write(file.content(), use);
        byte[] bytes = Utf8.encode(text.text(), file.path());
        byte[] digested = use.names().isEmpty() ? bytes : Utf8.encode(text.digested(), file.path());
        return new WrittenFile(file, mediaType(file.content()), bytes, Digests.sha256(digested), use, text.lines());
    }

    private static WrittenText write(OutputContent content, SecretText secrets) {
        if (content instanceof OutputContent.Yaml yaml) {
            return YamlWriter.write(yaml.header(), yaml.tree(), secrets);
        } else if (content instanceof OutputContent.Documents documents) {
            return YamlWriter.write(documents.trees(), secrets);
        } else if (content instanceof OutputContent.Json json) {
            return JsonWriter.write(json.tree(), secrets);
        } else if (content instanceof OutputContent.Arg arg) {
            return AssignmentWriter.buildArguments(arg.values(), secrets);
        } else if (content instanceof OutputContent.Environment environment) {
            return AssignmentWriter.environment(environment.values(), secrets);
        } else if (content instanceof OutputContent.ServiceEnvironment environment) {
            return AssignmentWriter.serviceEnvironment(environment.values(), secrets);
        } else if (content instanceof OutputContent.KernelSettings settings) {
            return KernelSettingsWriter.write(settings.values());
        } else if (content instanceof OutputContent.Markdown markdown) {
            return MarkdownWriter.write(markdown.blocks());
        }
        return new WrittenText("", "", List.of());
    }

    private static String mediaType(OutputContent content) {
        if (content instanceof OutputContent.Yaml yaml) {
            return yaml.header().filter("#cloud-config"::equals).isPresent() ? "text/cloud-config" : "application/yaml";
        } else if (content instanceof OutputContent.Documents) {
            return "application/yaml";
        } else if (content instanceof OutputContent.Json) {
            return "application/json";
        }
        return content instanceof OutputContent.Markdown ? "text/markdown" : "text/plain";
    }
}
