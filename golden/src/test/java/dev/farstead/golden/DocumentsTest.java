// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What our documents name is there, and each is found from the read-me. */
final class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCHEMAS = ROOT.resolve("schemas/src/main/resources/dev/farstead/schemas");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    /** Of two words at least: one alone may be a word of another program. */
    private static final Pattern CLASS = Pattern.compile("(?:[A-Z][a-z]+){2,}");

    private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.(?:json|csv|java|py|md|xml)");
    private static final Pattern MINOR = Pattern.compile("\"1\\.\\d\\d(?:\\.\\d+)?\"");

    /** Pages whose words in backticks are those of specifications and of other programs. */
    private static final Set<String> OF_OTHERS =
            Set.of("src/guide/findings.md", "src/guide/hostile-input.md", "src/conformance/not-run.md");

    private final List<Path> files = files();
    private final List<Path> documents =
            files.stream().filter(file -> file.toString().endsWith(".md")).toList();

    /** Returns our files: no outputs of a build, no golden case, and no sample that looks like one. */
    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean ours = folder.equals(ROOT)
                            || !(name.startsWith(".")
                                    || Set.of("target", "build", "node_modules", "cases", "samples")
                                            .contains(name));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static List<String> links(Path document) {
        return LINK.matcher(Folder.text(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
    }

    private static Path target(Path document, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? document : document.resolveSibling(path).normalize();
    }

    private static boolean leads(Path document, String link) {
        Path target = target(document, link);
        int anchor = link.indexOf('#');
        return Files.exists(target) && (anchor < 0 || headings(target).contains(link.substring(anchor + 1)));
    }

    private static Set<String> headings(Path document) {
        return Folder.text(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(words -> words.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Path document : documents) {
            links(document).stream()
                    .filter(link -> !leads(document, link))
                    .forEach(link -> dead.add(name(document) + ": " + link));
        }
        assertThat(documents).hasSizeGreaterThan(10);
        assertThat(dead).isEmpty();
    }

    @Test
    void everyDocumentIsFoundFromTheReadMe() {
        Set<Path> found = new TreeSet<>(Set.of(ROOT.resolve("README.md")));
        Deque<Path> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            Path document = open.pop();
            for (String link : links(document)) {
                Path target = target(document, link);
                documents.stream()
                        // A link to a folder shows what lies in it.
                        .filter(each -> each.equals(target) || each.equals(target.resolve(each.getFileName())))
                        .filter(found::add)
                        .forEach(open::push);
            }
        }
        assertThat(documents).allSatisfy(document -> assertThat(found).contains(document));
    }

    @Test
    void everyClassAndFileThatIsNamedIsThere() {
        Set<String> names =
                files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        List<String> gone = new ArrayList<>();
        for (Path document : documents) {
            if (!OF_OTHERS.contains(name(document))) {
                QUOTED.matcher(Folder.text(document))
                        .results()
                        .map(quoted -> quoted.group(1))
                        .forEach(word -> {
                            String last = word.substring(word.lastIndexOf('/') + 1);
                            boolean named = CLASS.matcher(word).matches()
                                    ? names.contains(word + ".java")
                                    : !FILE.matcher(last).matches() || names.contains(last) || isOutput(last);
                            if (!named) {
                                gone.add(name(document) + ": " + word);
                            }
                        });
            }
        }
        assertThat(gone).isEmpty();
    }

    private static boolean isOutput(String name) {
        return Set.of("index.json", "run-sheet.md").contains(name);
    }

    /** A file of facts by minor release that is forgotten there is one that the next release is not added to. */
    @Test
    void theStepsForAMinorNameEachFileThatHasFactsByMinor() {
        String text = Folder.text(ROOT.resolve("CONTRIBUTING.md"));
        String steps = text.substring(text.indexOf("## Add a Kubernetes minor"), text.indexOf("## Facts"));

        List<String> byMinor = files.stream()
                .filter(file ->
                        file.startsWith(SCHEMAS.resolve("catalogue")) || file.startsWith(SCHEMAS.resolve("axes")))
                .filter(file -> !found(MINOR, Folder.text(file)).isEmpty())
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(byMinor)
                .hasSizeGreaterThan(8)
                .allSatisfy(file -> assertThat(steps).contains(file));
    }
}
