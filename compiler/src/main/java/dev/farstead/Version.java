// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

/** The version of the compiler, as it stands in {@code index.json}. A test holds it against that of the build. */
final class Version {
    static final String TEXT = "0.1.0-SNAPSHOT";

    private Version() {}
}
