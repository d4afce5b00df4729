// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.farstead.Farstead;
import dev.farstead.cli.out.Digests;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code index.json} says about the set beside it.
 *
 * @param folder the folder that holds it, as it was named
 * @param compiler version of the compiler that wrote it
 * @param inputs digest of each input by name, in order
 * @param files digest of each file by path
 */
public record SetIndex(Path folder, String compiler, Map<String, String> inputs, Map<String, String> files) {
    private static final String NAME = "index.json";
    private static final String FORMAT = "farstead-index/v1";
    private static final Path DEFAULT_FOLDER = Path.of("build");
    private static final List<String> ARCHIVES = List.of(".tar", ".tar.gz", ".tgz");
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Finds the set that a file belongs to: {@code index.json} stands in a folder above it, or in {@code build}, which the path is
     * then relative to.
     *
     * @param file the file as it was named; it need not be there
     * @return the index
     * @throws WhyException if there is none, or it can't be read
     */
    public static SetIndex of(Path file) throws WhyException {
        refuseArchive(file);
        for (Path start : new Path[] {file, DEFAULT_FOLDER.resolve(file)}) {
            for (Path folder = start.toAbsolutePath().normalize().getParent();
                    folder != null;
                    folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve(NAME))) {
                    return read(folder);
                }
            }
        }
        throw new WhyException("no index.json lies in a folder above " + file + " or in " + DEFAULT_FOLDER
                + ": name the file by its path, such as build/sites/store-0412/cluster.yaml:14");
    }

    private static void refuseArchive(Path file) throws WhyException {
        for (Path path = file; path != null; path = path.getParent()) {
            String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
            if (ARCHIVES.stream().anyMatch(name::endsWith) && Files.isRegularFile(path)) {
                throw new WhyException(
                        path + " is an archive, and archives can't be asked: compile the same sources into a"
                                + " folder, and ask there");
            }
        }
    }

    /**
     * Returns the path of a file within the set.
     *
     * @param file the file as it was named
     * @return the path with {@code /}
     * @throws WhyException if the set has no such file
     */
    public String path(Path file) throws WhyException {
        Path absolute = file.toAbsolutePath().normalize();
        Path inside = absolute.startsWith(folder) ? folder.relativize(absolute) : file.normalize();
        String path = inside.toString().replace(inside.getFileSystem().getSeparator(), "/");
        if (!path.equals(NAME) && !files.containsKey(path)) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            String near = files.keySet().stream()
                    .filter(known -> known.endsWith("/" + name))
                    .limit(3)
                    .reduce((one, other) -> one + ", " + other)
                    .map(known -> "; there is " + known)
                    .orElse("");
            throw new WhyException(folder.resolve(NAME) + " lists no file `" + path + "`" + near);
        }
        return path;
    }

    /**
     * Tells why the set may be another one than these sources compile to.
     *
     * @param sources the sources that were read
     * @param same whether these are meant to be the inputs of the set
     * @return one line for each reason
     */
    public List<String> warnings(List<SourceText> sources, boolean same) {
        List<String> warnings = new ArrayList<>();
        if (!compiler.equals(Farstead.version())) {
            warnings.add(folder.resolve(NAME) + " was written by farstead " + compiler + ", and this is "
                    + Farstead.version() + ": lines may differ");
        }
        for (SourceText source : sources) {
            if (same && !Digests.of(source.bytes()).equals(inputs.get(source.name()))) {
                warnings.add(source.name() + " has changed since " + folder.resolve(NAME)
                        + " was written, so the line may have moved");
            }
        }
        return warnings;
    }

    private static SetIndex read(Path folder) throws WhyException {
        Path file = folder.resolve(NAME);
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        String format = "";
        String compiler = "";
        try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    switch (key) {
                        case "format" -> format = parser.getText();
                        case "compiler" -> compiler = parser.getText();
                        case "inputs" -> digests(parser, "name", inputs);
                        case "files" -> digests(parser, "path", files);
                        default -> parser.skipChildren();
                    }
                }
            }
        } catch (IOException e) {
            throw new WhyException("can't read " + file + ": it is cut off, or no JSON");
        }
        if (!format.equals(FORMAT)) {
            throw new WhyException(file + " is not an index of this farstead: it says format `" + format + "` and not `"
                    + FORMAT + "`");
        }
        return new SetIndex(folder, compiler, inputs, files);
    }

    private static void digests(JsonParser parser, String named, Map<String, String> digests) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            String name = "";
            String digest = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                if (key.equals(named)) {
                    name = parser.getText();
                } else if (key.equals("digest")) {
                    digest = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
            digests.put(name, digest);
        }
    }
}
