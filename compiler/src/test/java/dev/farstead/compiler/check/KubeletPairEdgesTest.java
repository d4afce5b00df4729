// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the kubelet that it takes together or not at all, as arguments and as fields. */
final class KubeletPairEdgesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"eviction-soft=memory.available<10%\", \"eviction-soft-grace-period=memory.available=1m\" |",
                "\"eviction-soft=memory.available<10%\"                            | DIST-173",
                "\"eviction-soft=memory.available<0%\"                             |",
                "\"eviction-soft=memory.available<10%\", \"eviction-soft-grace-period=nodefs.available=1m\" | DIST-173",
                "\"eviction-soft=memory.available<10%,nodefs.available<5%\", "
                        + "\"eviction-soft-grace-period=memory.available=1m,nodefs.available=1m\" |",
                "\"eviction-hard=memory.available<10%\"                            |",
                "\"image-gc-high-threshold=80\"                                    | DIST-174",
                "\"image-gc-high-threshold=81\"                                    |",
                "\"image-gc-low-threshold=85\"                                     | DIST-174",
                "\"image-gc-low-threshold=84\"                                     |",
                "\"image-gc-high-threshold=60\", \"image-gc-low-threshold=60\"       | DIST-174",
                "\"image-gc-high-threshold=60\", \"image-gc-low-threshold=59\"       |",
                "\"eviction-soft=memory<10%\"                                    | DIST-164",
                "\"register-with-taints=a=b:PreferNoSchedule,c:PreferNoSchedule\"             |",
                "\"register-with-taints=a=b:PreferNoSchedule,a:PreferNoSchedule\"              | DIST-175",
            })
    void anArgumentOfTheKubelet(String arguments, String code) {
        PassedFindings.expect(PassedFindings.about("k3s", "1.28.13", "kubelet-arg: [" + arguments + "]"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubeletConfiguration: {evictionSoft: {memory.available: 10%}}   | DIST-173",
                "kubeletConfiguration: {evictionSoft: {memory.available: 10%}, "
                        + "evictionSoftGracePeriod: {memory.available: 1m}}      |",
                "kubeletConfiguration: {imageGCHighThresholdPercent: 80}         | DIST-174",
                "kubeletConfiguration: {imageGCHighThresholdPercent: 80, imageGCLowThresholdPercent: 70} |",
                "kubeletConfiguration: {registerWithTaints: [{key: a, effect: PreferNoSchedule}, "
                        + "{key: a, value: b, effect: PreferNoSchedule}]}              | DIST-175",
                "kubeletConfiguration: {registerWithTaints: [{key: a, effect: PreferNoSchedule}, "
                        + "{key: b, effect: PreferNoSchedule}]}                         |",
            })
    void aFieldOfTheKubelet(String config, String code) {
        PassedFindings.expect(PassedFindings.about("pxk-e", "1.28.13", config), code);
    }

    @Test
    void whatTheSiteAddsCompletesTheProfile() {
        assertThat(PassedFindings.in("""
                profile: {spec: {kubernetes: {config: {kubelet-arg: ["eviction-soft=memory.available<10%"]}}}}
                site: {spec: {kubernetes: {config: {kubelet-arg: ["eviction-soft-grace-period=memory.available=1m"]}}}}
                """)).isEmpty();
    }

    @Test
    void theOtherShareTakesPart() {
        assertThat(PassedFindings.about(
                        "k3s", "1.28.13", "kubelet-arg: [image-gc-high-threshold=60, image-gc-low-threshold=70]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.values())
                            .containsExactly("image-gc-high-threshold is 60, image-gc-low-threshold is 70");
                    assertThat(finding.related()).hasSize(1);
                });
    }
}
