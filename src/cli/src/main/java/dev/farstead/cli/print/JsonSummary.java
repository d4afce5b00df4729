// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.Farstead;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.util.List;
import java.util.Optional;

/** The last line of a run in JSON: without it the run did not get to its end. */
public final class JsonSummary {
    private static final String SCHEMA = "urn:farstead:schema:finding:v1";

    private JsonSummary() {}

    /**
     * Counts.
     *
     * @param findings the findings
     * @param sources number of sources that were read
     * @param written what was written, if anything
     * @return one line with its end
     */
    public static String of(List<Finding> findings, int sources, Optional<Written> written) {
        return JsonLine.of(json -> {
            json.writeStringField("kind", "summary");
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("farstead", Farstead.version());
            json.writeNumberField("sources", sources);
            for (Severity severity : Severity.values()) {
                json.writeNumberField(severity.text() + "s", Summary.count(findings, severity));
            }
            if (written.isPresent()) {
                json.writeObjectFieldStart("written");
                json.writeStringField("folder", written.get().folder());
                json.writeNumberField("files", written.get().tally().all().files());
                json.writeNumberField("bytes", written.get().tally().all().bytes());
                json.writeBooleanField("changed", !written.get().report().nothingChanged());
                json.writeEndObject();
            }
        });
    }
}
