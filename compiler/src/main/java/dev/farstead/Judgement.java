// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.List;

/**
 * What checking a run leaves.
 *
 * @param log the findings
 * @param profiles the profiles
 * @param sites the sites in input order; without an error each has its profile
 */
record Judgement(FindingLog log, KnownProfiles profiles, List<CheckedSite> sites) {}
