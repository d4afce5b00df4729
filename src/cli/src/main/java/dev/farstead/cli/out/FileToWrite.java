// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

/**
 * A file of the set that is to stand in the folder.
 *
 * @param path relative to the folder, with {@code /}: {@code profiles/<name>/…}, {@code sites/<name>/…} or {@code index.json}
 * @param bytes the content; not copied, so do not change it afterwards
 * @param mode POSIX permission bits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying every output once more would be waste
public record FileToWrite(String path, byte[] bytes, int mode) {}
