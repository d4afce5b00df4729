// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
    /** Sets of keys that stand side by side in specifications. */
    private static final List<List<String>> SIBLINGS = List.of(
            List.of("apiVersion", "kind", "metadata", "spec"),
            List.of("name", "description", "labels"),
            List.of("mode", "agent", "os", "kubernetes", "network", "storage", "image", "hostClasses", "site", "fips"),
            List.of("family", "version", "hardening", "distribution", "baseImage"),
            List.of("flavor", "version", "hardening", "config"),
            List.of("podCidr", "serviceCidr", "cni", "lan", "gateway", "nameservers", "ntpServers", "proxy"),
            List.of("format", "registry", "repository", "customTag", "isoName"),
            List.of("arch", "model", "platform", "cores", "memory", "disks", "afterInstall"),
            List.of("device", "size", "type", "use"),
            List.of("registration", "controlPlaneEndpoint", "network", "users", "hosts", "profile", "kubernetes"),
            List.of("method", "endpoint", "project", "token", "tags"),
            List.of("vip", "ddns", "loadBalancer"),
            List.of("http", "https", "noProxy", "caCertificates"),
            List.of("groups", "sshAuthorizedKeys", "passwordHash", "shell", "role", "class", "interfaces", "absent"),
            List.of("hostNumber", "address", "dhcp", "file", "secretRef"),
            List.of(
                    "etcd-snapshot-retention",
                    "kube-apiserver-arg",
                    "kubelet-arg",
                    "kube-proxy-arg",
                    "disable-helm-controller"));

    @Test
    void everyOneLetterMistakeOfAKeyFindsTheKey() {
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (List<String> keys : SIBLINGS) {
            for (String key : keys) {
                for (String typed : mistakes(key)) {
                    tried++;
                    if (!keys.contains(typed)
                            && !Spelling.nearest(typed, keys, 3).contains(key)) {
                        missed.add(typed + " for " + key);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(10_000);
        assertThat(missed).isEmpty();
    }

    @Test
    void everyOneLetterMistakeFindsTheKeyAmongAllKeys() {
        List<String> all = SIBLINGS.stream().flatMap(List::stream).distinct().toList();
        List<String> missed = new ArrayList<>();
        for (String key : all) {
            for (String typed : mistakes(key)) {
                if (!all.contains(typed) && !Spelling.nearest(typed, all, 3).contains(key)) {
                    missed.add(typed + " for " + key);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void caseAndSeparatorsDoNotCount() {
        List<String> known = List.of("podCidr", "serviceCidr", "noProxy");
        assertThat(Spelling.nearest("pod_cidr", known, 3)).containsExactly("podCidr");
        assertThat(Spelling.nearest("NO-PROXY", known, 3)).containsExactly("noProxy");
    }

    @Test
    void theClosestComesFirstThenTheSameLetterThenTheAlphabet() {
        assertThat(Spelling.nearest("bat", List.of("cat", "bats", "bar", "bad"), 9))
                .containsExactly("bad", "bar", "bats", "cat");
        assertThat(Spelling.nearest("hostNumer", List.of("hostNumber", "hosts"), 1))
                .containsExactly("hostNumber");
    }

    @Test
    void ofEquallyCloseWordsTheOneThatIsCloserAsWrittenComesFirst() {
        assertThat(Spelling.nearest("etcd-s3-endpoint-c", List.of("etcd-s3-endpoint", "etcd-s3-endpoint-ca"), 1))
                .containsExactly("etcd-s3-endpoint-ca");
    }

    @Test
    void aBeginningSuggestsTheWhole() {
        assertThat(Spelling.nearest("reg", List.of("registration", "role"), 3)).containsExactly("registration");
        assertThat(Spelling.nearest("hostsList", List.of("hosts", "labels"), 3)).containsExactly("hosts");
    }

    @Test
    void nothingAbsurdIsSuggested() {
        List<String> known = List.of("kind", "spec", "metadata", "os", "network");
        assertThat(Spelling.nearest("gateway", known, 3)).isEmpty();
        assertThat(Spelling.nearest("x", known, 3)).isEmpty();
        assertThat(Spelling.nearest("", known, 3)).isEmpty();
        assertThat(Spelling.nearest("--", known, 3)).isEmpty();
        assertThat(Spelling.nearest("k".repeat(1_000_000), known, 3)).isEmpty();
    }

    @Test
    void theOrderOfTheKnownWordsDoesNotMatter() {
        List<String> known = new ArrayList<>(List.of("cat", "bats", "bar", "bad", "bat-s", "bar"));
        List<String> expected = Spelling.nearest("bat", known, 9);
        Collections.reverse(known);
        assertThat(Spelling.nearest("bat", known, 9)).isEqualTo(expected).doesNotHaveDuplicates();
    }

    private static Set<String> mistakes(String key) {
        Set<String> mistakes = new LinkedHashSet<>();
        for (int i = 0; i < key.length(); i++) {
            String before = key.substring(0, i);
            String from = key.substring(i);
            String behind = key.substring(i + 1);
            for (char c = 'a'; c <= 'z'; c++) {
                mistakes.add(before + c + behind);
                mistakes.add(before + c + from);
            }
            mistakes.add(before + behind);
            mistakes.add(before + key.charAt(i) + from);
            if (i + 1 < key.length()) {
                mistakes.add(before + key.charAt(i + 1) + key.charAt(i) + key.substring(i + 2));
            }
        }
        mistakes.remove(key);
        mistakes.remove("");
        return mistakes;
    }
}
