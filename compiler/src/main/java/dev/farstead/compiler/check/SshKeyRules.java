// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedUser;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the SSH keys of users. */
final class SshKeyRules {
    private static final String FORMAT = "sshd(8) of OpenSSH 8.9, AUTHORIZED_KEYS FILE FORMAT";
    private static final String GOOD = "AAAAC3NzaC1lZDI1NTE5AAAAIJRjTvGY4zV37Z5rgeZTlM/5b4xGxw1qX1U++ueQyrTe";

    /** A change to the base example: a user with a sound key of type Ed25519. */
    static final String GOOD_KEY =
            "site: {spec: {users: [{name: ops, sshAuthorizedKeys: [ssh-ed25519 " + GOOD + " ops@example.com]}]}}";

    private SshKeyRules() {}

    /**
     * A key of a user.
     *
     * @param user the user
     * @param text the line
     * @param fips whether the hosts are in FIPS mode
     */
    record Key(ResolvedUser user, Sourced<String> text, Sourced<Boolean> fips) {
        /** Returns the keys of a site that sshd can read. */
        static Stream<Key> readable(SiteContext context) {
            return lines(context)
                    .filter(key -> SshPublicKey.fault(key.text().value()).isEmpty());
        }

        String of() {
            return "of user `" + user.name().value() + "`";
        }

        Fix make() {
            return Fix.advice("make a key with `ssh-keygen -t " + (fips.value() ? "ecdsa" : "ed25519") + "`");
        }

        boolean isPrivate() {
            return text.value().contains("PRIVATE KEY-----");
        }

        boolean isSeveralLines() {
            return text.value().indexOf('\n') >= 0;
        }

        boolean isDsa() {
            return text.value().startsWith("ssh-dss ");
        }
    }

    static final Rule<SiteContext, Key> PRIVATE_KEY = Rule.site("SEC-020")
            .title("a private key stands where a public key is due")
            .why("""
                    A private key is a secret of its owner. In a specification everybody reads it who reads the repository, and it \
                    would be copied to every host. The public key stands in the file that ends in `.pub`.""")
            .evidence(FORMAT, "C-190")
            .good("""
                    site: {spec: {users: [{name: ops, sshAuthorizedKeys: [{file: ops.pub}]}]}}
                    sources: {ops.pub: ssh-ed25519 KEY ops@example.com}""".replace("KEY", GOOD))
            .bad("""
                    site: {spec: {users: [{name: ops, sshAuthorizedKeys: [{file: ops}]}]}}
                    sources: {ops: "-----BEGIN OPENSSH PRIVATE KEY-----"}""")
            .subjects(SshKeyRules::keys)
            .broken(Key::isPrivate, (key, finding) -> {
                Written.at(finding, key.text());
                finding.hidden(true)
                        .message("an SSH key " + key.of() + " is a private key")
                        .effect("the secret would be copied to every host, and the user still can't log in")
                        .addFixes(
                                Fix.advice("name the file that ends in `.pub`; make a new pair of keys if this one was "
                                        + "shown to others"));
            });

    static final Rule<SiteContext, Key> SEVERAL_LINES = Rule.site("SEC-021")
            .title("an SSH key has several lines")
            .why(
                    "Each item is one key on one line. A key that is wrapped is cut off, and several keys in one item can't be told apart.")
            .evidence(FORMAT, "C-190")
            .good("""
                    site: {spec: {users: [{name: ops, sshAuthorizedKeys: [{file: ops.pub}]}]}}
                    sources: {ops.pub: ssh-ed25519 KEY ops@example.com}""".replace("KEY", GOOD))
            .bad("""
                    site: {spec: {users: [{name: ops, sshAuthorizedKeys: [{file: team.pub}]}]}}
                    sources: {team.pub: "ssh-ed25519 KEY one\\nssh-ed25519 KEY two"}""".replace("KEY", GOOD))
            .subjects(context -> keys(context).filter(key -> !key.isPrivate()))
            .broken(Key::isSeveralLines, (key, finding) -> {
                Written.at(finding, key.text());
                finding.message("an SSH key " + key.of() + " has several lines")
                        .addValues(key.text().value().lines().count() + " lines")
                        .effect("some of the keys would not be accepted")
                        .addFixes(Fix.advice("give each key an item of its own"));
            });

    static final Rule<SiteContext, Key> OLD_TYPE = Rule.site("SEC-022")
            .title("an SSH key is of a type that sshd does not accept")
            .why("OpenSSH accepts no DSA keys since release 7.0 unless told to, and the images don't tell it to.")
            .evidence("OpenSSH 7.0 release notes", "C-190")
            .good(GOOD_KEY)
            .bad("site: {spec: {users: [{name: ops, sshAuthorizedKeys: [ssh-dss AAAAB3NzaC1kc3M= ops@example.com]}]}}")
            .subjects(SshKeyRules::lines)
            .broken(Key::isDsa, (key, finding) -> {
                Written.at(finding, key.text());
                finding.message("an SSH key " + key.of() + " is of type `ssh-dss`")
                        .effect("sshd does not accept it, and the user can't log in with it")
                        .addFixes(key.make());
            });

    static final Rule<SiteContext, Key> UNREADABLE = Rule.site("SEC-023")
            .title("an SSH key can't be read")
            .why(
                    "sshd skips a line that it can't read without a word to the user, who is asked for a password instead.")
            .evidence(FORMAT + "; RFC 4253, section 6.6", "C-190")
            .good(GOOD_KEY)
            .bad(
                    "site: {spec: {users: [{name: ops, sshAuthorizedKeys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRjTvGY ops]}]}}")
            .subjects(context -> lines(context).filter(key -> !key.isDsa()))
            .broken(key -> SshPublicKey.fault(key.text().value()).isPresent(), (key, finding) -> {
                Written.at(finding, key.text());
                String fault = SshPublicKey.fault(key.text().value()).orElseThrow();
                finding.message("an SSH key " + key.of() + " can't be read: " + fault)
                        .effect("sshd skips it, and the user can't log in with it")
                        .addFixes(Fix.advice("copy the whole line from the file that ends in `.pub`"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(PRIVATE_KEY, SEVERAL_LINES, OLD_TYPE, UNREADABLE);

    private static Stream<Key> keys(SiteContext context) {
        Sourced<Boolean> fips = context.profile().fips();
        return context.site().users().stream()
                .flatMap(user -> user.sshAuthorizedKeys().stream().map(text -> new Key(user, text, fips)));
    }

    private static Stream<Key> lines(SiteContext context) {
        return keys(context).filter(key -> !key.isPrivate() && !key.isSeveralLines());
    }
}
