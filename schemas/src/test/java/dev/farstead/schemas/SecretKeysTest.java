// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretKeysTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    @Test
    void aKeyOfADistributionAndThatOfItsFileAreKeysThatItReads() {
        assertThat(CATALOGUE.secretKeys().all())
                .filteredOn(key -> key.component().isEmpty())
                .isNotEmpty()
                .flatMap(key -> Stream.concat(Stream.of(key.name()), key.fileKey().stream())
                        .toList())
                .allSatisfy(name -> assertThat(CATALOGUE.k3sKeys().all())
                        .anyMatch(key -> key.name().equals(name)));
    }

    @Test
    void anArgumentIsOneOfItsComponent() {
        assertThat(CATALOGUE.secretKeys().all())
                .filteredOn(key -> key.component().isPresent())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(CATALOGUE
                                .componentArguments()
                                .all(key.component().orElseThrow()))
                        .anyMatch(argument -> argument.name().equals(key.name())));
    }
}
