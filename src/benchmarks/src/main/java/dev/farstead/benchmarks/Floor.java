// SPDX-License-Identifier: Apache-2.0
package dev.farstead.benchmarks;

import dev.farstead.model.source.SourceText;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** What no compiler of such texts can do without. */
final class Floor {
    private Floor() {}

    /** Parses a text into events, and makes nothing of them. */
    static int events(SourceText source) {
        Parser parser = new ParserImpl(
                new StreamReader(new StringReader(new String(source.bytes(), StandardCharsets.UTF_8))),
                new LoaderOptions());
        int events = 0;
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            parser.getEvent();
            events++;
        }
        return events;
    }
}
