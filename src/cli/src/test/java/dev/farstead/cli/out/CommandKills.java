// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.contents;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Kills the real command while it writes a small fleet, at random moments. */
final class CommandKills {
    private static final Path RETAIL = Path.of("../examples/retail");
    private static final String LOCK = ".farstead-lock";

    private final Path temporary;
    private final Random random;
    private final Path template;
    private final Path newSources;
    private final Fleet fleet;
    private final long writingNanos;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /**
     * Compiles both sets once.
     *
     * @param temporary where to work
     * @param sites how many sites the fleet has
     * @param seed of the moments
     */
    CommandKills(Path temporary, int sites, long seed) throws IOException, InterruptedException {
        this.temporary = temporary;
        this.random = new Random(seed);
        Path oldSources = sources("old-sources", 0, sites, "ntp1.example.com");
        this.newSources = sources("new-sources", 2, sites + 2, "ntp9.example.com");
        this.template = temporary.resolve("template");
        complete(oldSources, template);
        Path reference = temporary.resolve("reference");
        complete(newSources, reference);
        this.fleet = new Fleet(
                contents(template),
                contents(reference),
                new TreeMap<>(Map.of(
                        "elsewhere.txt", "mine, below no site\n",
                        "sites/store-0/mine.txt", "mine, in a site that goes\n",
                        "sites/store-1/cluster.yaml", "edited, in a site that goes\n",
                        "sites/store-2/hosts/notes.txt", "mine, in a site that changes\n")));
        Path whole = lay("whole");
        Process process = start(newSources, whole);
        awaitLock(process, whole);
        long from = System.nanoTime();
        assertThat(process.waitFor()).isZero();
        this.writingNanos = System.nanoTime() - from;
        fleet.checkAfter(whole);
    }

    /** Returns how many kills left the folder in which state. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    void kill(int number) throws IOException, InterruptedException {
        Path folder = lay("command-killed-" + number);
        Process process = start(newSources, folder);
        awaitLock(process, folder);
        LockSupport.parkNanos((long) (random.nextDouble() * writingNanos));
        process.destroyForcibly().waitFor();

        int hidden = fleet.checkWhole(folder);
        outcomes.merge(outcome(folder, hidden), 1, Integer::sum);
        String said = complete(newSources, folder);

        fleet.checkAfter(folder);
        assertThat(said).containsAnyOf("was interrupted", "index.json lists", "nothing changed");
    }

    private String outcome(Path folder, int hidden) throws IOException {
        if (hidden > 0) {
            return "a site was being swapped";
        }
        if (fleet.isAfter(folder)) {
            return "all sites new, and the index";
        }
        return Files.exists(folder.resolve(Journal.NAME)) ? "some sites old, some new" : "all sites old";
    }

    private Path lay(String name) throws IOException {
        Path folder = temporary.resolve(name);
        try (Stream<Path> paths = Files.walk(template)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(
                        path,
                        folder.resolve(template.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        fleet.addOfOthers(folder);
        return folder;
    }

    private static Process start(Path sources, Path folder) throws IOException {
        return new ProcessBuilder(Processes.command(
                        "dev.farstead.cli.Main",
                        "compile",
                        sources.toString(),
                        "--format",
                        "short",
                        "--out",
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private static String complete(Path sources, Path folder) throws IOException, InterruptedException {
        Process process = start(sources, folder);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void awaitLock(Process process, Path folder) throws InterruptedException {
        Path lock = folder.resolve(LOCK);
        while (process.isAlive() && !Files.exists(lock)) {
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    private Path sources(String name, int first, int end, String timeServer) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name).resolve("certs"))
                .resolveSibling("");
        Files.copy(RETAIL.resolve("certs/example-root.pem"), folder.resolve("certs/example-root.pem"));
        Files.writeString(
                folder.resolve("profile.yaml"),
                Files.readString(RETAIL.resolve("profile.yaml")).replace("ntp1.example.com", timeServer));
        StringBuilder sites = new StringBuilder();
        for (int i = first; i < end; i++) {
            sites.append("---\napiVersion: farstead/v1alpha1\nkind: Site\nmetadata: {name: store-")
                    .append(i)
                    .append("}\nspec:\n  profile: retail-k3s\n  network: {lan: 10.20.")
                    .append(i)
                    .append(".0/24}\n");
        }
        Files.writeString(folder.resolve("stores.yaml"), sites);
        return folder;
    }
}
