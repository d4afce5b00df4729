// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * What a Kubernetes pack calls an identity provider that the author sets up with arguments of the API server. Under any other name the
 * management plane would sign users in itself, or offer no sign-in at all.
 *
 * @param name the name
 * @param source the document
 */
public record OwnIdentityProvider(String name, String source) {
    static OwnIdentityProvider read(JsonRecord fact) {
        OwnIdentityProvider provider = new OwnIdentityProvider(fact.text("name"), fact.source());
        fact.end();
        return provider;
    }
}
