// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The settings that make an editor hold files against a schema. All of these editors hand them to yaml-language-server. */
public enum EditorSettings {
    /** Visual Studio Code with its YAML extension. */
    VSCODE(".vscode/settings.json", """
            {
              "yaml.schemas": {
                "%s": [%s]
              }
            }
            """),
    /** Neovim from 0.11 on, with option {@code exrc}. */
    NEOVIM(".nvim.lua", """
            -- Neovim from 0.11 on reads this file where the option exrc is set.
            vim.lsp.config("yamlls", {
              settings = { yaml = { schemas = { ["%s"] = { %s } } } },
            })
            """),
    /** Helix. */
    HELIX(".helix/languages.toml", """
            [language-server.yaml-language-server.config.yaml.schemas]
            "%s" = [%s]
            """);

    private final String file;
    private final String form;

    EditorSettings(String file, String form) {
        this.file = file;
        this.form = form;
    }

    /**
     * Returns the file in which the editor looks for settings.
     *
     * @return its path in the workspace
     */
    public String file() {
        return file;
    }

    /**
     * Returns how a file of the workspace names a schema.
     *
     * @param workspace the folder that is opened in the editor
     * @param schema the schema
     * @return a path from the workspace on, or the whole path of a schema outside
     */
    public static String named(Path workspace, Path schema) {
        Path root = workspace.toAbsolutePath().normalize();
        Path whole = schema.toAbsolutePath().normalize();
        return whole.startsWith(root) ? "./" + slashed(root.relativize(whole)) : slashed(whole);
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /**
     * Returns the settings.
     *
     * @param schema the schema as settings name it
     * @param files patterns of the files that are held against it
     * @return the text of the file
     */
    public String text(String schema, List<String> files) {
        return form.formatted(
                escaped(schema),
                files.stream().map(pattern -> '"' + escaped(pattern) + '"').collect(Collectors.joining(", ")));
    }

    /** The three languages escape alike. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * Writes settings where there are none yet: those that are there are the user's.
     *
     * @param workspace the folder that is opened in the editor
     * @param text the settings
     * @return false where the file has another text, which stays
     * @throws OutputException if it can't be read or written
     */
    public boolean write(Path workspace, String text) throws OutputException {
        Path path = workspace.resolve(file);
        try {
            if (Files.exists(path)) {
                return Files.readString(path).equals(text);
            }
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
            return true;
        } catch (IOException e) {
            throw OutputException.of(path, e);
        }
    }
}
