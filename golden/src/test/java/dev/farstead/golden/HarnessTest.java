// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harness that can't fail proves nothing: each way in which a case can be wrong is told. */
final class HarnessTest {
    private static final String WHOLE = "site/one-host";
    private static final String VARIATION = "site/proxy";
    private static final String FAULTY = "cross-document/profile-missing";

    @TempDir
    Path cases;

    @BeforeEach
    void copyCases() {
        for (String name : List.of(WHOLE, VARIATION, FAULTY)) {
            Folder.write(cases.resolve(name), Folder.read(Path.of("cases").resolve(name)));
        }
    }

    @Test
    void casesThatAreAsExpectedHaveNoFault() {
        assertThat(faults(WHOLE)).isEmpty();
        assertThat(faults(VARIATION)).isEmpty();
        assertThat(faults(FAULTY)).isEmpty();
    }

    @Test
    void aChangedLineIsShownAsADifference() {
        edit(WHOLE + "/expected/sites/shop-7/cluster.yaml", "size: 1", "size: 2");
        assertThat(faults(WHOLE)).singleElement().asString().contains("\n-        size: 2\n+        size: 1\n");
    }

    @Test
    void anExpectedFileThatIsNotEmittedIsAFault() {
        Folder.write(cases.resolve(WHOLE + "/expected/sites/shop-8/cluster.yaml"), "size: 1\n");
        assertThat(faults(WHOLE)).singleElement().asString().contains("diff sites/shop-8/cluster.yaml");
    }

    @Test
    void anEmittedFileThatIsNotExpectedIsAFault() throws Exception {
        Files.delete(cases.resolve(WHOLE + "/expected/sites/shop-7/hosts/a/cidata/meta-data"));
        assertThat(faults(WHOLE)).singleElement().asString().contains("cidata/meta-data\n--- /dev/null\n");
    }

    @Test
    void aFindingThatIsNotExpectedIsAFault() {
        edit(FAULTY + "/findings.txt", "SPEC-102", "SPEC-103");
        assertThat(faults(FAULTY)).singleElement().asString().contains("diff findings.txt");
    }

    @Test
    void anExpectedFindingThatIsNotGivenIsAFault() {
        Folder.write(cases.resolve(WHOLE + "/findings.txt"), "warning[SEC-001]: a secret is open\n");
        assertThat(faults(WHOLE)).singleElement().asString().contains("findings.txt\n+++ /dev/null\n");
    }

    @Test
    void aChangedOriginIsAFault() {
        edit(WHOLE + "/origins.txt", "spec.image.customTag", "spec.image.registry");
        assertThat(faults(WHOLE)).singleElement().asString().contains("diff origins.txt");
    }

    @Test
    void aCaseThatExpectsNothingIsAFault() throws Exception {
        Files.delete(cases.resolve(FAULTY + "/findings.txt"));
        assertThat(faults(FAULTY)).anyMatch(fault -> fault.contains("expects nothing"));
    }

    @Test
    void aFileThatIsNoPartOfACaseIsAFault() {
        Folder.write(cases.resolve(WHOLE + "/finding.txt"), "misspelt\n");
        assertThat(faults(WHOLE)).containsExactly("`finding.txt` is no part of a case");
    }

    @Test
    void aCaseHasOneFormOfExpectation() {
        Folder.write(cases.resolve(VARIATION + "/expected/a"), "\n");
        assertThat(faults(VARIATION)).anyMatch(fault -> fault.contains("either"));
    }

    @Test
    void aDifferenceThatDoesNotFitItsBaseIsRefused() {
        edit(WHOLE + "/expected/sites/shop-7/run-sheet.md", "## Notes", "## Note");
        assertThatThrownBy(() -> faults(VARIATION)).hasMessageContaining("run-sheet.md does not fit its base");
    }

    @Test
    void aBaseIsAWholeCase() {
        edit(VARIATION + "/case.yaml", WHOLE, FAULTY);
        assertThatThrownBy(() -> faults(VARIATION)).hasMessageContaining("has no folder `expected`");
    }

    @Test
    void anUnknownSettingIsRefused() {
        edit(WHOLE + "/case.yaml", "pinned:", "pined:");
        assertThatThrownBy(() -> faults(WHOLE)).hasMessageContaining("unknown keys [pined]");
    }

    @Test
    void anUpdateWritesWhatIsExpectedThenAndForgetsTheRest() {
        Folder.write(cases.resolve(WHOLE + "/expected/old"), "\n");
        edit(WHOLE + "/spec/site.yaml", "192.0.2.0", "198.51.100.0");
        update(WHOLE);
        update(VARIATION);
        assertThat(faults(WHOLE)).isEmpty();
        assertThat(faults(VARIATION)).isEmpty();
        assertThat(cases.resolve(WHOLE + "/expected/old")).doesNotExist();
    }

    @Test
    void anUpdateOfACaseThatFailsNowKeepsItsFindingsAlone() {
        edit(VARIATION + "/spec/site.yaml", "profile: shop", "profile: shpo");
        update(VARIATION);
        assertThat(faults(VARIATION)).isEmpty();
        assertThat(cases.resolve(VARIATION + "/expected.diff")).doesNotExist();
        assertThat(cases.resolve(VARIATION + "/findings.txt")).isNotEmptyFile();
    }

    @Test
    void anUpdateIsForPeopleOnly() {
        assertThat(Update.isAsked("", true)).isFalse();
        assertThat(Update.isAsked("update", false)).isTrue();
        assertThatThrownBy(() -> Update.isAsked("update", true)).hasMessageContaining("CI");
        assertThatThrownBy(() -> Update.isAsked("udpate", false)).hasMessageContaining("did you mean");
    }

    @Test
    void differencesLeadFromOneSetToTheOther() {
        SortedMap<String, String> before = new TreeMap<>(Map.of(
                "same", "a\n", "gone", "a\nb\n", "gone-empty", "", "changed", "-- a\nb\n\nc\n", "feed", "a\nb\n"));
        SortedMap<String, String> after = new TreeMap<>(Map.of(
                "same", "a\n", "new", "diff a\n", "new-empty", "", "changed", "++ a\nb\n\n\nd\n", "feed", "a\nb"));
        assertThat(FileDiff.apply(before, FileDiff.of(before, after))).isEqualTo(after);
        assertThat(FileDiff.apply(after, FileDiff.of(after, before))).isEqualTo(before);
        assertThat(FileDiff.of(before, before)).isEmpty();
    }

    private List<String> faults(String name) {
        GoldenCase golden = GoldenCase.of(cases, name);
        return Comparison.faults(golden, Outcome.of(golden));
    }

    private void update(String name) {
        GoldenCase golden = GoldenCase.of(cases, name);
        Update.write(golden, Outcome.of(golden));
    }

    private void edit(String file, String old, String replacement) {
        String text = Folder.text(cases.resolve(file));
        assertThat(text).as(file).contains(old);
        Folder.write(cases.resolve(file), text.replace(old, replacement));
    }
}
