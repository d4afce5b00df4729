// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.Output;
import dev.farstead.model.output.Delivery;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What holds for the output set of every case, whatever it expects. */
final class OutputProperties {
    private OutputProperties() {}

    static List<String> faults(GoldenCase golden, Outcome outcome) {
        List<String> faults = new ArrayList<>();
        List<Output> outputs = outcome.outputs();
        if (!outputs.isEmpty()) {
            index(outputs, faults);
            outputs.forEach(output -> origins(output, faults));
        }
        golden.settings().secrets().values().forEach(secret -> secret(secret, outcome, faults));
        return faults;
    }

    /** The index lists exactly the other files, in their order, with what is true of each. */
    private static void index(List<Output> outputs, List<String> faults) {
        Output index = outputs.get(outputs.size() - 1);
        if (!index.path().equals("index.json")) {
            faults.add("the last file is " + index.path() + " and not index.json");
            return;
        }
        List<Output> files = outputs.subList(0, outputs.size() - 1);
        // JSON is YAML 1.2, which spares a second reader.
        Map<?, ?> tree = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Outcome.text(index));
        List<?> listed = (List<?>) tree.get("files");
        List<Map<String, Object>> due =
                files.stream().map(OutputProperties::entry).toList();
        if (!due.equals(listed)) {
            faults.add("index.json does not list the files as they are:\n  listed " + listed + "\n  due    " + due);
        }
        boolean complete = files.stream().allMatch(file -> file.openSecrets().isEmpty());
        if (!Boolean.valueOf(complete).equals(tree.get("complete"))) {
            faults.add("index.json says complete: " + tree.get("complete") + ", but it is " + complete);
        }
    }

    private static Map<String, Object> entry(Output file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", file.path());
        entry.put("delivery", file.delivery().text());
        entry.put("consumer", file.consumer());
        entry.put("mediaType", file.mediaType());
        entry.put("mode", String.format(Locale.ROOT, "%04o", mode(file)));
        entry.put("size", file.bytes().length);
        entry.put("digest", file.secrets().isEmpty() ? digest(file.bytes()) : file.digest());
        if (!file.secrets().isEmpty()) {
            entry.put("secrets", file.secrets());
        }
        if (!file.openSecrets().isEmpty()) {
            entry.put("openSecrets", file.openSecrets());
        }
        return entry;
    }

    /** A file with secrets is for its owner alone; one that stands on a host may be too. */
    private static int mode(Output file) {
        boolean chosen = file.delivery() == Delivery.NODE && file.mode() == 0600;
        return file.secrets().isEmpty() && !chosen ? 0644 : 0600;
    }

    private static void origins(Output output, List<String> faults) {
        String text = Outcome.text(output);
        long lines = text.lines().count();
        if (output.lineOrigins().size() != lines) {
            faults.add(output.path() + " has " + lines + " lines and "
                    + output.lineOrigins().size() + " origins");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            faults.add(output.path() + " does not end its last line");
        }
    }

    /** A secret stands in files that are marked for it and nowhere else, not even as a digest. */
    private static void secret(String secret, Outcome outcome, List<String> faults) {
        if (outcome.findings().orElse("").contains(secret)) {
            faults.add("a finding shows a secret");
        }
        if (OriginText.of(outcome.outputs()).contains(secret)) {
            faults.add("an origin shows a secret");
        }
        for (Output output : outcome.outputs()) {
            if (!Outcome.text(output).contains(secret)) {
                continue;
            }
            if (output.secrets().isEmpty()) {
                faults.add(output.path() + " shows a secret and is not marked for it");
            } else if (output.digest().equals(digest(output.bytes()))) {
                faults.add("the digest of " + output.path() + " lets its secret be guessed");
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
