// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.time.LocalDate;

/** Certificates for the examples of rules, as they stand in double quotes; their keys are gone. */
final class ExampleCertificates {
    /** Of an authority, valid from 2024 to 2099. */
    static final String ROOT = "-----BEGIN CERTIFICATE-----\\n"
            + "MIIBUDCB96ADAgECAgEBMAoGCCqGSM49BAMCMBcxFTATBgNVBAMMDEV4YW1wbGUg\\n"
            + "Um9vdDAgFw0yNDAxMDEwMDAwMDBaGA8yMDk5MTIzMTIzNTk1OVowFzEVMBMGA1UE\\n"
            + "AwwMRXhhbXBsZSBSb290MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvNJtWpiC\\n"
            + "ZFDhpcbCl94boY+0qUEX2FopKP+tXLlAyy6Ay2FA3n96TczGG9IAkBpU4O9lkLFR\\n"
            + "1myGV/EI+wpByqMyMDAwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUnvOfCOOY\\n"
            + "+wCJq83VxNZjjqJo8MkwCgYIKoZIzj0EAwIDSAAwRQIgKNhloKztxT9bIgYyvBA9\\n"
            + "WbkS8hyKsTDjvnjhEI+iY/MCIQDLsuL6ric9wDVZurZmFGEUQaXHPeR0LKBuuecg\\n"
            + "4kh7KQ==\\n"
            + "-----END CERTIFICATE-----\\n";

    /** Of a server, valid from 2024 to 2099. */
    static final String LEAF = "-----BEGIN CERTIFICATE-----\\n"
            + "MIIBVDCB/KADAgECAgECMAoGCCqGSM49BAMCMBsxGTAXBgNVBAMMEGVkZ2UuZXhh\\n"
            + "bXBsZS5jb20wIBcNMjQwMTAxMDAwMDAwWhgPMjA5OTEyMzEyMzU5NTlaMBsxGTAX\\n"
            + "BgNVBAMMEGVkZ2UuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\\n"
            + "AAS80m1amIJkUOGlxsKX3huhj7SpQRfYWiko/61cuUDLLoDLYUDef3pNzMYb0gCQ\\n"
            + "GlTg72WQsVHWbIZX8Qj7CkHKoy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBSe\\n"
            + "858I45j7AImrzdXE1mOOomjwyTAKBggqhkjOPQQDAgNHADBEAiBl55QmeibzptG2\\n"
            + "SnJWXYMPiFR+URvQs9SN26M5mLptBQIgKO1SJCpGlWwMQn4rR1lIbc19qGbA3Z+p\\n"
            + "Y8YfOho9zZs=\\n"
            + "-----END CERTIFICATE-----\\n";

    private ExampleCertificates() {}

    /** Returns a change to a site that trusts certificates. */
    static String trusting(String... texts) {
        return "site: {spec: {network: {caCertificates: [\"" + String.join("\", \"", texts) + "\"]}}}";
    }

    /** The same, judged on a day. */
    static String trusting(LocalDate today, String text) {
        return "{today: \"" + today + "\", " + trusting(text) + "}";
    }
}
