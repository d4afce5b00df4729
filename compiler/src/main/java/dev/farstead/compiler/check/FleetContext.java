// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

/**
 * What a rule across sites looks at: facts alone, since no run holds all sites at a time.
 *
 * @param site the site
 * @param fleet facts about all sites of the run, this one among them
 */
record FleetContext(SiteFacts site, FleetIndex fleet) {}
