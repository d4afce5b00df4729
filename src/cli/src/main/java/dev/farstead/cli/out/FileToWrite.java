// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

/**
 * A file of the set that is to stand in the folder.
 *
 * @param path relative to the folder, with {@code /}: {@code profiles/<name>/…} or {@code sites/<name>/…}
 * @param bytes the content; not copied, so do not change it afterwards
 * @param mode POSIX permission bits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying every output once more would be waste
public record FileToWrite(String path, byte[] bytes, int mode) {
    /** Tells whether nobody else may read it: no digest of it is written anywhere. */
    boolean isSecret() {
        return (mode & 0077) == 0;
    }
}
