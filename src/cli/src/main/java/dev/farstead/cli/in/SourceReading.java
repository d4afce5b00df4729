// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the sources that are named on the command line; used once and by one thread. */
public final class SourceReading {
    /** The name that stands for standard input, on the command line and in findings. */
    public static final String STANDARD_INPUT = "-";

    private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");

    /** A document of ours starts so: a key at the margin or inside braces. A byte order mark may stand before it. */
    private static final Pattern YAML_KIND = Pattern.compile(
            "^(?:\u00ef\u00bb\u00bf)?(?:\\{.*)?[\"']?(?:kind|apiVersion)[\"']?\\s*:", Pattern.MULTILINE);

    private static final Pattern JSON_KIND = Pattern.compile("\"(?:kind|apiVersion)\"\\s*:");

    /** Bytes of text that stay in memory; what is beyond is read again when it is needed. */
    private static final long MOST_KEPT = 4L << 20;

    private final InputStream standardInput;
    private final Path output;
    private final List<SourceText> texts = new ArrayList<>();
    private final Map<String, Sources.Home> homes = new LinkedHashMap<>();
    /** The files of a folder have one home. */
    private final Map<Sources.Home, Sources.Home> shared = new HashMap<>();

    private final List<Path> skipped = new ArrayList<>();
    private final List<Path> sets = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final Set<Path> read = new HashSet<>();

    /** By real path, the files that were given by name: that is what they are called, whatever link beside them is found first. */
    private final Map<Path, Path> given = new HashMap<>();

    private long kept;

    /**
     * Prepares to read.
     *
     * @param standardInput what {@code -} stands for
     * @param output the folder that a run writes to: files in it are no sources
     */
    public SourceReading(InputStream standardInput, Path output) {
        this.standardInput = standardInput;
        this.output = output.toAbsolutePath().normalize();
    }

    /**
     * Reads files, folders and standard input.
     *
     * @param arguments as they were given
     * @return the sources; a file that was given twice, or is in a folder that was, is there once
     * @throws InputException if one of them can't be read, or a folder holds no source
     */
    public Sources read(List<String> arguments) throws InputException {
        for (String argument : arguments) {
            if (!argument.equals(STANDARD_INPUT)) {
                giveName(Path.of(argument));
            }
        }
        for (String argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                readStandardInput();
            } else {
                readPath(Path.of(argument));
            }
        }
        return new Sources(texts, homes, skipped, sets, links);
    }

    /** What can't be read is told when its turn comes. */
    private void giveName(Path path) {
        try {
            if (Files.isRegularFile(path)) {
                given.putIfAbsent(path.toRealPath(), path);
            }
        } catch (IOException e) {
            given.remove(path);
        }
    }

    /**
     * Reads sources of an earlier run again, under the names that they had.
     *
     * @param names the names
     * @param folder what names that are relative are relative to; files that a specification names may lie anywhere in it, or else in
     *     the folder that holds all sources
     * @return the sources
     * @throws InputException if one of them can't be read
     */
    public Sources readAgain(Collection<String> names, Path folder) throws InputException {
        if (names.isEmpty()) {
            throw new InputException("index.json names no inputs: name the sources behind the file");
        }
        if (names.contains(STANDARD_INPUT)) {
            throw new InputException("the set was compiled from standard input: name the sources behind the file");
        }
        Path all = commonFolder(names.stream().map(folder::resolve).toList());
        for (String name : names) {
            Path file = folder.resolve(name);
            try {
                add(text(name, file, bytes(file)), folderOf(file), isIn(folder, file) ? folder : all);
            } catch (IOException e) {
                throw new InputException("can't read input " + file + ", which index.json names: " + Reason.of(e)
                        + "; --from names the folder that the compiler ran in");
            }
        }
        return new Sources(texts, homes, skipped, sets, links);
    }

    private static boolean isIn(Path folder, Path file) {
        return normal(file).startsWith(normal(folder));
    }

    private static Path commonFolder(List<Path> files) {
        Path common = normal(folderOf(files.get(0)));
        for (Path file : files) {
            while (!normal(file).startsWith(common)) {
                common = folderOf(common);
            }
        }
        return common;
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private void readStandardInput() throws InputException {
        if (homes.containsKey(STANDARD_INPUT)) {
            return;
        }
        try {
            byte[] bytes = limited(standardInput);
            add(new SourceText(STANDARD_INPUT, bytes), Path.of(""), Path.of(""));
        } catch (IOException e) {
            throw new InputException("can't read standard input: " + Reason.of(e));
        }
    }

    private void readPath(Path path) throws InputException {
        try {
            if (Files.isDirectory(path)) {
                readFolder(path);
            } else if (read.add(path.toRealPath())) {
                add(text(name(path), path, bytes(path)), folderOf(path), folderOf(path));
            }
        } catch (IOException e) {
            throw new InputException("can't read " + path + ": " + Reason.of(e));
        }
    }

    private void readFolder(Path folder) throws InputException {
        int before = texts.size();
        boolean repeated = false;
        List<Path> candidates = candidates(folder);
        Set<Path> ownNames = ownNames(candidates);
        for (Path file : candidates) {
            try {
                Path real = file.toRealPath();
                boolean otherName = Files.isSymbolicLink(file) && ownNames.contains(real);
                if (otherName || !read.add(real)) {
                    repeated = true;
                    continue;
                }
                byte[] bytes = bytes(file);
                if (holdsDocument(file, bytes)) {
                    add(text(name(called(real, file)), file, bytes), folderOf(file), folder);
                } else {
                    skipped.add(file);
                }
            } catch (IOException e) {
                throw new InputException("can't read " + file + ": " + Reason.of(e));
            }
        }
        if (texts.size() == before && !repeated) {
            throw new InputException(folder + " holds no source: no *.yaml, *.yml or *.json with `kind`");
        }
    }

    /** A name in another folder would be another place to look for what the file names. */
    private Path called(Path real, Path found) throws IOException {
        Path name = given.getOrDefault(real, found);
        return Files.isSameFile(absoluteFolder(name), absoluteFolder(found)) ? name : found;
    }

    private static Path absoluteFolder(Path file) {
        return folderOf(file.toAbsolutePath());
    }

    /** Returns the real paths of those that are no links: a link beside such a file is a second name of it. */
    private static Set<Path> ownNames(List<Path> files) throws InputException {
        Set<Path> names = new HashSet<>();
        for (Path file : files) {
            try {
                if (!Files.isSymbolicLink(file)) {
                    names.add(file.toRealPath());
                }
            } catch (IOException e) {
                throw new InputException("can't read " + file + ": " + Reason.of(e));
            }
        }
        return names;
    }

    private List<Path> candidates(Path folder) throws InputException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> candidates = new ArrayList<>();
            List<Path> visible = children.filter(child -> !fileName(child).startsWith("."))
                    .filter(child -> !child.toAbsolutePath().normalize().equals(output))
                    .sorted(Comparator.comparing(SourceReading::fileName))
                    .toList();
            for (Path child : visible) {
                // A link to a folder could lead round in circles; one to a file is as good as the file.
                if (Files.isDirectory(child)) {
                    if (Files.isSymbolicLink(child)) {
                        links.add(child);
                    } else if (OwnFiles.isOutputSet(child)) {
                        sets.add(child);
                    } else {
                        candidates.addAll(candidates(child));
                    }
                } else if (ENDINGS.stream().anyMatch(fileName(child).toLowerCase(Locale.ROOT)::endsWith)) {
                    candidates.add(child);
                }
            }
            return candidates;
        } catch (IOException e) {
            throw new InputException("can't read " + folder + ": " + Reason.of(e));
        } catch (UncheckedIOException e) {
            throw new InputException("can't read " + folder + ": reading failed");
        }
    }

    private static boolean holdsDocument(Path file, byte[] bytes) {
        // Any byte is a character in this encoding, so that bad UTF-8 gets its finding and is not skipped.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean json = fileName(file).toLowerCase(Locale.ROOT).endsWith(".json");
        if (json && OwnFiles.isOriginMap(text)) {
            return false;
        }
        return text.indexOf('\0') >= 0
                || (json ? JSON_KIND : YAML_KIND).matcher(text).find();
    }

    private void add(SourceText text, Path folder, Path root) {
        texts.add(text);
        Sources.Home home = new Sources.Home(folder, root);
        homes.put(text.name(), shared.computeIfAbsent(home, same -> home));
    }

    private SourceText text(String name, Path file, byte[] bytes) {
        if (kept + bytes.length <= MOST_KEPT) {
            kept += bytes.length;
            return new SourceText(name, bytes);
        }
        return SourceText.fetched(name, () -> {
            try {
                return bytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException("can't read " + file + ": " + Reason.of(e), e);
            }
        });
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in);
        }
    }

    /** Reads one byte more than is allowed, so that the compiler says that there are too many. */
    private static byte[] limited(InputStream in) throws IOException {
        return in.readNBytes(Limits.defaults().sourceBytes() + 1);
    }

    private static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Findings name a file as it was given, so that a terminal can open it; the output names it so on every system. */
    private static String name(Path path) throws InputException {
        if (path.toString().indexOf('\ufffd') >= 0) {
            throw new InputException(
                    "can't read " + path
                            + ": this locale can't show its name; set LC_ALL=C.UTF-8, or rename it where its name is not UTF-8");
        }
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
