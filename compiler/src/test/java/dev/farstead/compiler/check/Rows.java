// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Explanation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What becomes of each row of the constraint catalogue. Rows that a rule covers name themselves in the rule and have no line here.
 */
final class Rows {
    /** Number of rows in the constraint catalogue. */
    static final int COUNT = 211;

    private Rows() {}

    /** Why no rule covers a row. */
    enum Reason {
        /** The compiler writes what the row asks for; a test shows it. */
        BUILT("by construction"),
        /** The row speaks of a key or value that the language does not have yet. */
        LATER("comes with"),
        /** The row informs, or is about releases outside the catalogue or about live state. */
        OUTSIDE("no rule");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * A row that no rule covers.
     *
     * @param row such as {@code C-98}
     * @param reason why
     * @param text the test method, what it comes with, or what it is about
     */
    record Entry(String row, Reason reason, String text) {}

    /** The rows that no rule covers, one a line. */
    static final List<Entry> ENTRIES = List.of(
            built("C-05", "theImageBuildIsToldEverythingThatItWouldGuess"),
            built("C-06", "aKernelInFipsModeIsToldSo"),
            built("C-07", "aKernelInFipsModeIsToldSo"),
            built("C-08", "aKernelInFipsModeIsToldSo"),
            later("C-09", "a key for Trusted Boot"),
            built("C-10", "aKernelInFipsModeIsToldSo"),
            outside("C-13", "which target of the image build makes FIPS images"),
            outside("C-15", "the state of a pack registry"),
            outside("C-16", "told in the run-sheet of the site"),
            outside("C-20", "about hosts without the installer's image"),
            built("C-24", "oneKubernetesReleaseStandsInPackAndImage"),
            outside("C-26", "needs the state of a cluster that runs"),
            outside("C-33", "about releases outside the catalogue"),
            later("C-38", "a key for clusters of two nodes"),
            later("C-39", "a key for Trusted Boot"),
            later("C-42", "a key for hosts without the installer's image"),
            outside("C-43", "about the machine on which tools run"),
            outside("C-50", "distributions outside the catalogue"),
            outside("C-51", "a default of the image build that is right here"),
            built("C-52", "theImageBuildIsToldEverythingThatItWouldGuess"),
            later("C-53", "a key for Trusted Boot"),
            later("C-54", "a key for Trusted Boot"),
            later("C-55", "a key for Trusted Boot"),
            outside("C-56", "about releases outside the catalogue"),
            outside("C-57", "about releases outside the catalogue"),
            outside("C-59", "about changes by hand to the image build"),
            built("C-60", "calicoKeepsItsDirectoryAndHasThePodNetwork"),
            later("C-64", "`registration.projectUid`"),
            later("C-68", "keys for tags that a host finds itself"),
            outside("C-69", "tokens expire: the state of the management plane"),
            built("C-70", "hostsWithoutManagementPlaneAreToldSo"),
            built("C-76", "hostsWithoutManagementPlaneAreToldSo"),
            later("C-77", "a key for Trusted Boot"),
            later("C-78", "a key for clusters of two nodes"),
            later("C-79", "a key for signed content"),
            built("C-80", "aClusterProfileHasOnePackOfEachLayer"),
            later("C-82", "a key for the agent's own interface"),
            outside("C-84", "the state of the management plane"),
            later("C-85", "a key for upgrades of workers"),
            later("C-87", "a key for clusters of two nodes"),
            later("C-88", "a key for clusters of two nodes"),
            later("C-89", "a key for clusters of two nodes"),
            later("C-90", "a key for clusters of two nodes"),
            later("C-92", "the pack `csi-local-path-provisioner`"),
            built("C-93", "noNodeIsToldWhichInterfaceToTake"),
            outside("C-95", "needs the state of a cluster that runs"),
            built("C-98", "controlPlaneHostsWorkWhereNobodyElseDoes"),
            built("C-108", "theVirtualAddressIsReachedWithoutTheProxy"),
            built("C-112", "kubeVipKeepsItsOwnSettings"),
            built("C-114", "kubeVipKeepsItsOwnSettings"),
            later("C-115", "a key for an overlay network"),
            later("C-116", "a key for an overlay network"),
            later("C-117", "a key for an overlay network"),
            later("C-118", "a key for an overlay network"),
            later("C-119", "a key for an overlay network"),
            later("C-120", "a key for an overlay network"),
            later("C-121", "a key for an overlay network"),
            built("C-122", "flannelIsNotBrokenByTheAdaptersOfVmware"),
            built("C-125", "calicoKeepsItsDirectoryAndHasThePodNetwork"),
            built("C-128", "interfacesAreSetByTheAgentAlone"),
            outside("C-131", "about releases outside the catalogue"),
            built("C-145", "aClusterProfileHasOnePackOfEachLayer"),
            built("C-146", "calicoKeepsItsDirectoryAndHasThePodNetwork"),
            later("C-149", "the pack of Portworx"),
            built("C-151", "theIdentityProviderIsOneThatThePackKnows"),
            outside("C-152", "what an update of a running cluster does"),
            outside("C-158", "told in the run-sheet of the site"),
            built("C-159", "theImageBuildIsToldEverythingThatItWouldGuess"),
            later("C-160", "a key for the proxy of the image build"),
            later("C-161", "a key for the proxy of the image build"),
            later("C-163", "a key that turns TLS checks off"),
            outside("C-164", "about releases outside the catalogue"),
            built("C-165", "oneRegistryIsGivenWithItsCredentials"),
            later("C-166", "a key that maps one registry to another"),
            later("C-167", "a key that maps one registry to another"),
            later("C-168", "a key that maps one registry to another"),
            outside("C-170", "told in the run-sheet of the profile"),
            built("C-171", "oneRegistryIsGivenWithItsCredentials"),
            later("C-172", "a key for the credentials of the provider image"),
            later("C-173", "a key for passwords that are encoded"),
            outside("C-175", "about clusters that run"),
            later("C-176", "a key for the webhook that redirects images"),
            later("C-177", "a key for mirrors of registries"),
            built("C-180", "userDataStartsWithItsHeader"),
            built("C-181", "stagesAreListsOfStepsAndTheirFilesHaveModes"),
            built("C-182", "stagesAreListsOfStepsAndTheirFilesHaveModes"),
            built("C-183", "stagesAreListsOfStepsAndTheirFilesHaveModes"),
            built("C-184", "stagesAreListsOfStepsAndTheirFilesHaveModes"),
            later("C-185", "keys for stages of one's own"),
            later("C-189", "a key for partitions"),
            later("C-191", "keys for stages of one's own"),
            later("C-193", "a key for how a host is named"),
            later("C-194", "a key for how a host is named"),
            later("C-196", "`registration.projectUid`"),
            later("C-197", "a key for feature gates of the agent"),
            built("C-198", "theAgentReadsEveryKeyOfUserData"),
            built("C-199", "theAgentReadsEveryKeyOfUserData"),
            later("C-200", "keys for tags that a host finds itself"),
            later("C-201", "a key for the agent's own interface"),
            outside("C-210", "about releases outside the catalogue"),
            later("C-211", "a key for clusters of two nodes"));

    /** Returns every row of the catalogue in order. */
    static List<String> all() {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> String.format(java.util.Locale.ROOT, "C-%02d", number))
                .toList();
    }

    /** Returns the codes of each row that rules of any pass cover. */
    static Map<String, List<String>> codes(Collection<Explanation> explanations) {
        Map<String, List<String>> codes = new TreeMap<>();
        for (Explanation explanation : explanations) {
            for (String row : explanation.rows()) {
                codes.computeIfAbsent(row, key -> new ArrayList<>()).add(explanation.code());
            }
        }
        return codes;
    }

    /** Returns the page of all rows. */
    static String page(Collection<Explanation> explanations) {
        Map<String, List<String>> codes = codes(explanations);
        Map<String, Entry> entries = new LinkedHashMap<>();
        ENTRIES.forEach(entry -> entries.put(entry.row(), entry));
        StringBuilder page =
                new StringBuilder("# Constraints\n\nMade from the rules: change a rule, or the list of rows that need "
                        + "none, and run `./mvnw -pl compiler -am test -Dguide=update`.\n\n| row | |\n|---|---|\n");
        for (String row : all()) {
            page.append("| ").append(row).append(" | ");
            Entry entry = entries.get(row);
            if (entry == null) {
                page.append(String.join(", ", codes.getOrDefault(row, List.of())));
            } else {
                page.append(entry.reason().words()).append(": ").append(entry.text());
            }
            page.append(" |\n");
        }
        return page.toString();
    }

    private static Entry built(String row, String test) {
        return new Entry(row, Reason.BUILT, test);
    }

    private static Entry later(String row, String with) {
        return new Entry(row, Reason.LATER, with);
    }

    private static Entry outside(String row, String about) {
        return new Entry(row, Reason.OUTSIDE, about);
    }
}
