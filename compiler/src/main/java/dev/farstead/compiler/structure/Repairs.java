// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.model.secret.Concealment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What is known to be written in place of a form: a scheme before a host, {@code v} before a release, a unit with {@code B}. Such a text says
 * what is meant, so the way out names it instead of an example.
 */
final class Repairs {
    /** What is longer was not typed by hand. */
    private static final int LONGEST = 255;

    private static final UnaryOperator<String> BARE_HOST = change("^https?://|(:[0-9]+)?(/.*)?$", "");
    private static final UnaryOperator<String> BARE_REGISTRY = change("^(https?|oci|docker)://|/+$", "");
    private static final UnaryOperator<String> RELEASE = change("^v(?=[0-9])", "");

    /** Kubernetes as its distributions call their builds of it. */
    private static final UnaryOperator<String> KUBERNETES = change("^v(?=[0-9])|[+-](k3s|rke2r)[0-9]+$", "");

    /** The ways to mend a form, the least change first; a later one starts from the text as it is written. */
    private static final Map<String, List<UnaryOperator<String>>> WAYS = Map.ofEntries(
            Map.entry("address", List.of(change("/[0-9]{1,3}$", ""))),
            Map.entry("agentVersion", List.of(RELEASE)),
            Map.entry("buildFile", List.of(change("^\\./", ""))),
            Map.entry("contentBundle", List.of(change("^\\./|/.*$", ""))),
            Map.entry("device", List.of(change("^(?=(sd|hd|vd|xvd|nvme|mmcblk)[a-z0-9]+$)", "/dev/"))),
            Map.entry("dnsName", List.of(BARE_HOST, text -> lower(BARE_HOST.apply(text)))),
            Map.entry("hostName", List.of(BARE_HOST, text -> lower(BARE_HOST.apply(text)))),
            Map.entry("imageReference", List.of(BARE_REGISTRY)),
            Map.entry("kubernetesVersion", List.of(KUBERNETES)),
            Map.entry("labelValue", List.of(text -> text.strip().replaceAll("\\s+", "-"))),
            Map.entry("name", List.of(Repairs::lower, Repairs::label)),
            Map.entry("osVersion", List.of(RELEASE)),
            Map.entry("packVersion", List.of(RELEASE)),
            Map.entry("proxyUrl", List.of(change("^(?=[A-Za-z0-9.-]+:[0-9]{1,5}$)", "http://"))),
            Map.entry("quantity", List.of(change("\\s|B$", ""), Repairs::units)),
            Map.entry(
                    "registrationUrl",
                    List.of(change("^(?=[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9./_-]*)?$)", "https://"))),
            Map.entry("registry", List.of(BARE_REGISTRY, text -> lower(BARE_REGISTRY.apply(text)))),
            Map.entry("registryDomain", List.of(BARE_REGISTRY, text -> lower(BARE_REGISTRY.apply(text)))),
            Map.entry("repository", List.of(Repairs::lower)),
            Map.entry("userName", List.of(Repairs::lower)));

    private Repairs() {}

    /**
     * Mends a text.
     *
     * @param definition the form that it should have
     * @param pattern the pattern of the form
     * @param text the text, which does not fit
     * @return a text that fits and says the same; empty where none is known, or where a secret may stand in it
     */
    static Optional<String> of(String definition, String pattern, String text) {
        return text.length() > LONGEST || Concealment.holdsLogin(text)
                ? Optional.empty()
                : WAYS.getOrDefault(definition, List.of()).stream()
                        .map(way -> way.apply(text))
                        .filter(mended -> mended.matches(pattern))
                        .findFirst();
    }

    private static UnaryOperator<String> change(String regex, String replacement) {
        Pattern pattern = Pattern.compile(regex);
        return text -> pattern.matcher(text).replaceAll(replacement);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String label(String text) {
        return lower(text).replaceAll("[_.\\s]+", "-");
    }

    /** Returns an amount with its unit in the case that it has. */
    private static String units(String text) {
        String upper = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT).replaceAll("B$", "");
        return upper.replaceAll("I$", "i");
    }
}
