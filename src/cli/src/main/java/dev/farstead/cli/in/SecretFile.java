// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.secret.KeptSecret;
import dev.farstead.model.secret.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A file with a map from names of secrets to texts; a map instead of a text holds the secrets of the site of that name, which win. YAML, and
 * so JSON too. Every scalar is the text that stands there: {@code 0123} keeps its zero. Immutable.
 */
final class SecretFile implements Secrets {
    private final Path file;
    private final Map<String, Secret> shared;
    private final Map<String, Map<String, Secret>> bySite;
    private final List<String> warnings;

    private SecretFile(
            Path file, Map<String, Secret> shared, Map<String, Map<String, Secret>> bySite, List<String> warnings) {
        this.file = file;
        this.shared = shared;
        this.bySite = bySite;
        this.warnings = List.copyOf(warnings);
    }

    static SecretFile read(Path file) throws InputException {
        List<String> warnings = new ArrayList<>();
        if (Permissions.isOpenToOthers(file)) {
            warnings.add(file + " holds secrets and others can read it: chmod 600");
        }
        Map<String, Secret> shared = new TreeMap<>();
        Map<String, Map<String, Secret>> bySite = new TreeMap<>();
        Events events = new Events(file, text(file));
        events.expect(Event.ID.StreamStart);
        events.expect(Event.ID.DocumentStart);
        events.expect(Event.ID.MappingStart);
        while (!(events.peek() instanceof MappingEndEvent)) {
            String name = events.scalar();
            if (events.peek() instanceof MappingStartEvent) {
                events.expect(Event.ID.MappingStart);
                Map<String, Secret> site = bySite.computeIfAbsent(name, key -> new TreeMap<>());
                while (!(events.peek() instanceof MappingEndEvent)) {
                    events.putSecret(site);
                }
                events.expect(Event.ID.MappingEnd);
            } else {
                events.putSecret(shared, name);
            }
        }
        events.expect(Event.ID.MappingEnd);
        events.expect(Event.ID.DocumentEnd);
        events.expect(Event.ID.StreamEnd);
        return new SecretFile(file, shared, bySite, warnings);
    }

    @Override
    public Optional<Secret> find(String site, String name) {
        return Optional.ofNullable(bySite.getOrDefault(site, Map.of()).get(name))
                .or(() -> Optional.ofNullable(shared.get(name)));
    }

    @Override
    public Stream<KeptSecret> kept() {
        Stream<KeptSecret> ofSites = bySite.entrySet().stream()
                .flatMap(site -> site.getValue().keySet().stream()
                        .map(name -> new KeptSecret(
                                site.getKey(), name, "`" + name + "` below `" + site.getKey() + "` in " + file)));
        return Stream.concat(
                shared.keySet().stream().map(name -> new KeptSecret("", name, "`" + name + "` in " + file)), ofSites);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    private static String text(Path file) throws InputException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InputException("can't read " + file + ": " + Reason.of(e));
        }
    }

    /** The parser's own messages quote the text, so only the line of a fault is told. */
    private static final class Events {
        private final Path file;
        private final ParserImpl parser;

        Events(Path file, String text) {
            this.file = file;
            this.parser = new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions());
        }

        Event peek() throws InputException {
            try {
                return parser.peekEvent();
            } catch (YAMLException e) {
                throw malformed(e instanceof MarkedYAMLException marked ? marked.getProblemMark() : null);
            }
        }

        void expect(Event.ID id) throws InputException {
            Event event = peek();
            if (!event.is(id)) {
                throw malformed(event.getStartMark());
            }
            parser.getEvent();
        }

        String scalar() throws InputException {
            if (peek() instanceof ScalarEvent scalar) {
                parser.getEvent();
                return scalar.getValue();
            }
            throw malformed(peek().getStartMark());
        }

        void putSecret(Map<String, Secret> secrets) throws InputException {
            putSecret(secrets, scalar());
        }

        void putSecret(Map<String, Secret> secrets, String name) throws InputException {
            Mark mark = peek().getStartMark();
            Optional<Secret> secret = SecretText.of(scalar());
            if (secret.isEmpty() || secrets.put(name, secret.get()) != null) {
                throw malformed(mark);
            }
        }

        private InputException malformed(@Nullable Mark mark) {
            String line = mark == null ? "" : " (line " + (mark.getLine() + 1) + ")";
            return new InputException(
                    file + line
                            + ": a file of secrets is one map from name to text, or from site to such a map, no name twice and no text empty");
        }
    }
}
