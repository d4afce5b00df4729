// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.secret;

/**
 * The name under which a secret is kept, without the secret.
 *
 * @param site name of the site that it is for; empty where it is for all
 * @param name name of the secret
 * @param where where it is kept, in words for the person who put it there, such as the path of a file
 */
public record KeptSecret(String site, String name, String where) {}
