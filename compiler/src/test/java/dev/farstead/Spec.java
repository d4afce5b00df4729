// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A profile and its sites as plain trees: maps, lists, texts, whole numbers and Booleans.
 *
 * @param profile the profile
 * @param sites its sites
 */
record Spec(Map<String, Object> profile, List<Map<String, Object>> sites) {
    /** Returns the documents, the profile first. */
    List<Map<String, Object>> documents() {
        List<Map<String, Object>> documents = new ArrayList<>();
        documents.add(profile);
        documents.addAll(sites);
        return documents;
    }

    /** Returns one source for each document. */
    List<SourceText> sources() {
        List<SourceText> sources = new ArrayList<>();
        List<Map<String, Object>> documents = documents();
        for (int i = 0; i < documents.size(); i++) {
            sources.add(SpecText.source("specs/" + i + ".yaml", SpecText.yaml(documents.get(i))));
        }
        return sources;
    }

    @Override
    public String toString() {
        return documents().stream().map(SpecText::yaml).collect(Collectors.joining("---\n"));
    }
}
