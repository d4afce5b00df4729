// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.secret.KeptSecret;
import dev.farstead.model.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder with a file for each secret: {@code <site>/<name>} wins over {@code <name>}. Thread-safe. */
final class SecretFolder implements Secrets {
    private static final int MOST_BYTES = 1 << 20;

    /** So many secrets that sites have in common are read once a run. */
    private static final int MOST_KEPT = 64;

    private final Path folder;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<String, Optional<Secret>> common = new HashMap<>();

    SecretFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<Secret> find(String site, String name) {
        if (!isFileName(name)) {
            return Optional.empty();
        }
        if (isFileName(site)) {
            Path ofSite = folder.resolve(site).resolve(name);
            if (Files.isRegularFile(ofSite)) {
                return read(ofSite);
            }
        }
        Optional<Secret> known = common.get(name);
        if (known == null) {
            known = Optional.of(folder.resolve(name))
                    .filter(Files::isRegularFile)
                    .flatMap(this::read);
            if (common.size() < MOST_KEPT) {
                common.put(name, known);
            }
        }
        return known;
    }

    /** Hidden files are no secrets, and one folder at a time is listed. */
    @Override
    public Stream<KeptSecret> kept() {
        List<Path> top = visible(folder);
        Stream<KeptSecret> shared =
                top.stream().filter(Files::isRegularFile).map(file -> new KeptSecret("", name(file), file.toString()));
        Stream<KeptSecret> ofSites = top.stream()
                .filter(Files::isDirectory)
                .flatMap(site -> visible(site).stream()
                        .filter(Files::isRegularFile)
                        .map(file -> new KeptSecret(name(site), name(file), file.toString())));
        return Stream.concat(shared, ofSites);
    }

    /** A folder that can't be listed tells nothing; what is asked for in it has its own warning. */
    private static List<Path> visible(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !name(child).startsWith("."))
                    .sorted(Comparator.comparing(SecretFolder::name))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    @Override
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    private Optional<Secret> read(Path file) {
        if (Permissions.isOpenToOthers(file)) {
            warnings.add(file + " holds a secret and others can read it: chmod 600");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                warnings.add(file + " is no secret: it is larger than 1 MiB");
                return Optional.empty();
            }
            Optional<Secret> secret = SecretText.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            if (secret.isEmpty()) {
                warnings.add(file + " is empty, so the secret stays open");
            }
            return secret;
        } catch (IOException e) {
            warnings.add("can't read " + file + ": " + Reason.of(e));
            return Optional.empty();
        }
    }

    /** Names come from specifications: one must not lead out of the folder. */
    private static boolean isFileName(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && name.chars().allMatch(c -> c >= ' ' && c != '/' && c != '\\' && c != ':');
    }
}
