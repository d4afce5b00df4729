// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts and ports of a proxy all programs of a node read alike. */
final class ProxyHostEdgesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://proxy.example.com:3128   |",
                "http://proxy.example.com:3128/  |",
                "http://proxy.example.com.:3128  |",
                "http://proxy:80                 |",
                "http://proxy.example.com        | PROXY-008",
                "http://proxy.example.com/       | PROXY-008",
                "http://10.9.0.3                 | PROXY-008",
                "http://[2001:db8::3]            | PROXY-008",
                "https://proxy.example.com       |",
                "http://10.9.0.3:3128            |",
                "http://010.9.0.3:3128           | PROXY-009",
                "http://10.9.00.3:3128           | PROXY-009",
                "http://10.9.3:3128              | PROXY-002",
                "http://0x0a.9.0.3:3128          | PROXY-002",
                "http://localhost:3128           | PROXY-010",
                "http://LOCALHOST:3128           | PROXY-010",
                "http://127.1.2.3:3128           | PROXY-010",
                "http://[::1]:3128               | PROXY-010",
                "http://0.0.0.0:3128             | NET-070",
                "http://224.0.0.1:3128           | NET-070",
                "http://10.20.4.255:3128         | NET-070",
            })
    void aProxyIsOneMachineForAllPrograms(String address, String code) {
        PassedFindings.expect(found(address), code);
    }

    @Test
    void theMessageNamesBothPorts() {
        assertThat(found("http://proxy.example.com/")).singleElement().satisfies(finding -> {
            assertThat(finding.values()).containsExactly("K3s and containerd take port 80, curl takes 1080");
            assertThat(finding.fixes().get(0).text()).contains("`http://proxy.example.com:3128`");
        });
    }

    @Test
    void whatWasMeantByAnOctalAddressIsOnlyGuessed() {
        assertThat(found("http://010.9.0.3:3128")).singleElement().satisfies(finding -> {
            assertThat(finding.fixes().get(0).text()).contains("`10.9.0.3`");
            assertThat(PassedFindings.edits(finding)).isEmpty();
        });
    }

    private static List<Finding> found(String address) {
        return PassedFindings.in("site: {spec: {network: {proxy: {http: \"" + address
                + "\", https: \"http://proxy.example.com:3128\"}}}}");
    }
}
