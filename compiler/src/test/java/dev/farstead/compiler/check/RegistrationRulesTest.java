// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of registration, and where. */
final class RegistrationRulesTest {
    private static final String AIR_GAPPED = "mode: air-gapped, content: {bundle: content-stores}, ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoint: api.spectrocloud.com",
                "url: https://register.example.com",
                "project: edge-stores",
                "token: {secretRef: registration-token}",
                "tags: {ring: \"2\"}"
            })
    void noKeyOfARegistrationHasAMeaningForAnAirGappedSite(String key) {
        String name = key.substring(0, key.indexOf(':'));

        assertThat(found(
                        "REG-044",
                        "{profile: {spec: {" + AIR_GAPPED + "site: {registration: null}}}, "
                                + "site: {spec: {registration: {" + key + "}}}}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo("spec.registration." + name);
                    assertThat(finding.message()).startsWith("`registration." + name + "` is given");
                });
    }

    @Test
    void aKeyOfTheProfileIsFoundInTheProfile() {
        assertThat(found(
                        "REG-044",
                        "profile: {spec: {" + AIR_GAPPED
                                + "site: {registration: {method: null, endpoint: null, token: null}}}}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.path()).isEqualTo("spec.site.registration.project"));
    }

    @Test
    void ofAMethodTheAxesTell() {
        String both = "profile: {spec: {" + AIR_GAPPED + "}}";

        assertThat(found("REG-044", both)).isEmpty();
        assertThat(found("REG-030", both)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://register.example.com, false",
        "https://register.example.com:1/, false",
        "https://register.example.com:65535/hosts?site=1#top, false",
        "http://10.20.4.5:8080, false",
        "'http://[fd00::5]:8080', false",
        "https://register.example.com:0, true",
        "https://register.example.com:65536, true",
        "https://register.example.com:99999999999, true",
        "https://:8080, true",
        "http://?x, true",
        "https://register..example.com, true",
        "https://register.example.com:port, true"
    })
    void theApplicationForRegisteringHasAHostAndAPortThatExists(String url, boolean broken) {
        String changes =
                "profile: {spec: {site: {registration: {method: qr-code, token: null, url: \"" + url + "\"}}}}";

        assertThat(found("REG-045", changes)).hasSize(broken ? 1 : 0);
    }

    /** The token is right for the other sites of the profile. */
    @Test
    void aTokenOfTheProfileIsNoMistakeOfTheProfileWhereOneSiteRegistersByCode() {
        String site = "site: {spec: {registration: {method: qr-code, url: \"https://register.example.com\"}}}";

        assertThat(found("REG-043", "{" + site + "}")).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("spec.registration.method");
            assertThat(finding.range())
                    .hasValueSatisfying(range -> assertThat(range.source()).isEqualTo("site.json"));
            assertThat(finding.related())
                    .singleElement()
                    .satisfies(related -> assertThat(related.range().source()).isEqualTo("profile.json"));
        });
        assertThat(found("REG-043", "{" + site.replace("method", "token: {secretRef: own}, method") + "}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.path()).isEqualTo("spec.registration.token"));
    }

    private static List<Finding> found(String code, String changes) {
        return Example.of(changes).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }
}
