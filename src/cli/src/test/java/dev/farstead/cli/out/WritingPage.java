// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of the whole trial, for the guide. */
final class WritingPage {
    static final Path PLACE = Path.of("../guide/figures/writing.md");

    private WritingPage() {}

    static String of(int steps, int fullSteps, Kills kills, CommandKills ofCommand, String realDisks) {
        return "# Writing\n\n"
                + "An old set stands in a folder, with files of others and edited ones between its own; a run writes a new set and ends"
                + " early. After each end every profile and site folder was wholly old or wholly new, `index.json` was one of"
                + " the two, nothing of others was lost, and the next run gave exactly the new set. Repeat it with"
                + " `./mvnw -pl src/cli -am test -Dtest=WritingTrialTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dproperties=full -Dguide=update`.\n\n"
                + "## Killed\n\n"
                + "The writing process was stopped once before each of its " + steps + " steps, and killed (`SIGKILL`) "
                + sum(kills.perStep()) + " times at random moments; " + kills.hidden()
                + " of these kills fell between moving an old folder aside and moving the new one in place: the site then"
                + " stands under its hidden name until the next run brings it back.\n\n"
                + table("killed while", "kills", kills.perStep())
                + "\nThe command itself was killed " + sum(ofCommand.outcomes())
                + " times while it wrote a fleet of 30 sites.\n\n"
                + table("left behind", "kills", ofCommand.outcomes())
                + "\n## Disk full\n\n"
                + "Each of the " + fullSteps
                + " steps that need room failed in turn, and all after it; the run said so, put"
                + " back what it was changing, and left nothing half written.\n\n"
                + (realDisks.isEmpty()
                        ? "On file systems that are really full it was not tried: mounting was not permitted.\n"
                        : "| a file system that is really full | runs that found it full | runs that fitted |\n|---|---|---|\n"
                                + realDisks)
                + "\n## Refused\n\nExit code 2. `build` is the output folder. For the last three rows, and where the file system ignores case, the disk"
                + " of the test answers as such a disk does.\n\n"
                + "| what is wrong | what is said |\n|---|---|\n"
                + Arrays.stream(Refusal.values()).map(WritingPage::row).collect(Collectors.joining());
    }

    /** Returns the row of a refusal. */
    static String row(Refusal refusal) {
        return "| " + refusal.title() + " | " + refusal.expected().replaceAll("n{100,}", "nnn…") + " |\n";
    }

    private static String table(String what, String count, Map<String, Integer> counts) {
        return "| " + what + " | " + count + " |\n|---|---|\n"
                + counts.entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
                        .collect(Collectors.joining());
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(count -> count).sum();
    }
}
