// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

/** What writing did to the folder of one profile or site. */
public enum Change {
    /** It was not there before. */
    NEW,
    /** At least one file differed in content or mode, was missing, or is no longer part of it. */
    CHANGED,
    /** It was as it should be, and was not touched. */
    UNCHANGED,
    /** It is no longer part of the set, and is gone. */
    REMOVED,
    /** It is no longer part of the set, and stays with files of others or edited ones alone. */
    EMPTIED
}
