// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that says what is meant in another form is written in the form that is due. */
final class RepairsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubernetesVersion | v1.29.8                      | 1.29.8",
                "kubernetesVersion | v1.29                        | 1.29",
                "kubernetesVersion | 1.29.8+k3s1                  | 1.29.8",
                "kubernetesVersion | v1.29.7+rke2r1               | 1.29.7",
                "kubernetesVersion | 1.29.7-rke2r1                | 1.29.7",
                "kubernetesVersion | latest                       |",
                "agentVersion      | v4.5.15                      | 4.5.15",
                "agentVersion      | 4.5                          |",
                "packVersion       | v3.29.0                      | 3.29.0",
                "address           | 10.20.4.10/24                | 10.20.4.10",
                "address           | api.example.com              |",
                "hostName          | https://api.example.com/     | api.example.com",
                "hostName          | https://api.example.com:8/v1 | api.example.com",
                "hostName          | API.example.com              | api.example.com",
                "hostName          | https://u:p@api.example.com  |",
                "registry          | https://r.example.com/edge/  | r.example.com/edge",
                "registry          | oci://r.example.com/Edge     | r.example.com/edge",
                "registry          | my_registry.example.com      |",
                "proxyUrl          | proxy.example.com:3128       | http://proxy.example.com:3128",
                "proxyUrl          | u:p@proxy.example.com:3128   |",
                "registrationUrl   | register.example.com         | https://register.example.com",
                "quantity          | 8GB                          | 8G",
                "quantity          | 16 GiB                       | 16Gi",
                "quantity          | 16gb                         | 16G",
                "quantity          | 512                          |",
                "device            | nvme0n1                      | /dev/nvme0n1",
                "device            | script:///pick               |",
                "name              | Store_12                     | store-12",
                "name              | Store 12                     | store-12",
                "labelValue        | São Paulo                    |",
                "labelValue        | new york                     | new-york",
                "contentBundle     | ./content-x/a.zst            | content-x",
                "buildFile         | ./spc.tgz                    | spc.tgz",
                "buildFile         | spc.tar.gz                   |",
                "osVersion         | jammy                        |",
            })
    void whatIsMeantIsWritten(String definition, String text, String meant) {
        String pattern = Language.get().definition(definition).path("pattern").asText();
        assertThat(pattern).isNotEmpty();
        assertThat(text).doesNotMatch(pattern);
        assertThat(Repairs.of(definition, pattern, text)).isEqualTo(Optional.ofNullable(meant));
    }
}
