// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.ResolvedUser;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.OperatingSystems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the users on the hosts. */
final class UserRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, stages";

    private UserRules() {}

    private record Repeated(ResolvedUser user, Optional<ResolvedUser> first) {}

    private record Administrator(ResolvedUser user, Sourced<String> group, String rightGroup) {}

    private record OfServer(ResolvedUser user, String name, Sourced<Hardening> hardening) {}

    private record OnHardenedImage(ResolvedUser user, Sourced<Hardening> hardening) {}

    static final Rule<SiteContext, ResolvedSite> NO_USER = Rule.site("SEC-010")
            .warning()
            .title("a site has no user")
            .why("""
                    The image has no login of its own. When a host does not register, nobody can look at it: neither by SSH nor at its \
                    console.""")
            .evidence(REFERENCE + "; edgeforge-workflow/prepare-user-data", "C-190")
            .good("site: {spec: {users: [{name: ops, passwordHash: {secretRef: ops-password}}]}}")
            .bad("profile: {spec: {site: {users: null}}}")
            .subjects(context -> Stream.of(context.site()))
            .broken(site -> site.users().isEmpty(), (site, finding) -> {
                Written.atNearest(finding, site, SiteSpec::users);
                finding.message("the hosts of site `" + site.name().value() + "` have no user")
                        .effect("nobody can log in to a host that does not register")
                        .addFixes(Fix.advice("add a user with an SSH key or a password hash under `users`"));
            });

    static final Rule<SiteContext, ResolvedUser> NO_LOGIN = Rule.site("SEC-011")
            .warning()
            .title("a user has neither SSH key nor password")
            .why("The account exists, but nobody can log in with it.")
            .evidence(REFERENCE, "C-190")
            .good("site: {spec: {users: [{name: ops, passwordHash: {secretRef: ops-password}}]}}")
            .bad("site: {spec: {users: [{name: ops}]}}")
            .subjects(context -> context.site().users().stream())
            .broken(user -> user.sshEntries() == 0 && user.passwordHash().isEmpty(), (user, finding) -> {
                Written.at(finding, user.name());
                finding.message("user `" + user.name().value() + "` has neither SSH key nor password")
                        .effect("nobody can log in as this user")
                        .addFixes(Fix.advice("add `sshAuthorizedKeys` or `passwordHash`, or take the user out"));
            });

    static final Rule<SiteContext, Repeated> USER_TWICE = Rule.site("SEC-012")
            .title("two users have the same name")
            .why(
                    "Users are a map by name on the host. Of two with one name the second would hide the first, keys and all.")
            .evidence("github.com/mudler/yip v1.10.0, pkg/schema/schema.go", "C-186")
            .good(
                    "site: {spec: {users: [{name: ops, passwordHash: {secretRef: p}}, {name: audit, passwordHash: {secretRef: p}}]}}")
            .bad(
                    "site: {spec: {users: [{name: ops, passwordHash: {secretRef: p}}, {name: ops, passwordHash: {secretRef: p}}]}}")
            .subjects(context -> repeated(context.site()))
            .broken(repeated -> repeated.first().isPresent(), (repeated, finding) -> {
                Written.at(finding, repeated.user().name());
                repeated.first().ifPresent(first -> Written.related(finding, first.name(), "first given here"));
                finding.message("user `" + repeated.user().name().value() + "` is given twice")
                        .effect("one of the two would have no effect")
                        .addFixes(Fix.advice("join the two, or rename one"));
            });

    static final Rule<SiteContext, OnHardenedImage> ROOT_ON_HARDENED = Rule.site("SEC-013")
            .warning()
            .title("root is given a login that the hardened image refuses")
            .why("""
                    The hardening of the image sets `PermitRootLogin no`: SSH refuses root, whatever key it shows. A login at the \
                    console works.""")
            .evidence("github.com/spectrocloud/CanvOS v4.4.12, cis-harden/harden.sh", "C-190")
            .inferred()
            .good("""
                    profile: {spec: {os: {hardening: cis}}}
                    site: {spec: {users: [{name: ops, passwordHash: {secretRef: ops-password}}]}}""")
            .bad("""
                    profile: {spec: {os: {hardening: cis}}}
                    site: {spec: {users: [{name: root, passwordHash: {secretRef: root-password}}]}}""")
            .subjects(context -> Stream.of(context.profile().imageHardening())
                    .filter(hardening -> hardening.value() == Hardening.CIS)
                    .flatMap(hardening ->
                            context.site().users().stream().map(user -> new OnHardenedImage(user, hardening))))
            .broken(subject -> isRoot(subject.user()), (subject, finding) -> {
                Written.at(finding, subject.user().name());
                Written.related(finding, subject.hardening(), "the image is hardened here");
                finding.message("user `root` can't log in by SSH on a hardened image")
                        .effect("SSH refuses root, whatever key it shows")
                        .addFixes(Fix.advice("give the login to a user of the group `admin`"));
            });

    static final Rule<SiteContext, Administrator> NO_ADMINISTRATOR = Rule.site("SEC-014")
            .warning()
            .title("the group of administrators is another one on a host with the agent")
            .why("""
                    Hosts with the agent run images of Kairos, which write `/etc/sudoers` anew at each boot. In it the group `admin` \
                    may do everything and no other group may: `sudo` and `wheel`, which have that right on a plain system, give \
                    none here.""")
            .evidence(
                    "github.com/kairos-io/packages main, packages/static/kairos-overlay-files/files/system/oem/10_accounting.yaml",
                    "C-190")
            .inferred()
            .good(
                    "site: {spec: {users: [{name: ops, groups: [sudo, admin], passwordHash: {secretRef: ops-password}}]}}")
            .bad("site: {spec: {users: [{name: ops, groups: [sudo], passwordHash: {secretRef: ops-password}}]}}")
            .subjects(context -> usersOfTheAgent(context)
                    .filter(user -> !isRoot(user))
                    .flatMap(user -> user.groups().stream()
                            .filter(group -> systems(context).administratesPlainSystems(group.value()))
                            .map(group -> new Administrator(
                                    user, group, systems(context).administratorsWithAgent()))))
            .broken(
                    subject -> subject.user().groups().stream()
                            .noneMatch(group -> group.value().equals(subject.rightGroup())),
                    (subject, finding) -> {
                        Written.at(finding, subject.group());
                        finding.message("group `" + subject.group().value() + "` gives user `"
                                        + subject.user().name().value()
                                        + "` no right of root on a host with the agent")
                                .effect(
                                        "`sudo` refuses the user, and a group that the image lacks is skipped without a word");
                        Written.replace(finding, subject.group(), subject.rightGroup());
                    });

    static final Rule<SiteContext, ResolvedUser> GROUPS_OF_ROOT = Rule.site("SEC-016")
            .title("root is given groups on a host with the agent")
            .why("""
                    The program that makes the users on such a host gives one that the image has already, as it has `root`, a \
                    password and SSH keys and no more: its groups stay as they are. Root may do everything without them.""")
            .evidence("github.com/mudler/yip v1.10.0, pkg/plugins/user.go", "C-190")
            .good("site: {spec: {users: [{name: root, passwordHash: {secretRef: root-password}}]}}")
            .bad("site: {spec: {users: [{name: root, groups: [admin], passwordHash: {secretRef: root-password}}]}}")
            .subjects(UserRules::usersOfTheAgent)
            .broken(user -> isRoot(user) && !user.groups().isEmpty(), (user, finding) -> {
                Written.at(finding, user.groups().get(0));
                Written.related(finding, user.name(), "every image has this user");
                finding.message("groups are given to user `root`, whom the image has already")
                        .effect("the groups would have no effect")
                        .addFixes(Fix.advice("take `groups` out, or give them to another user"));
            });

    static final Rule<SiteContext, OfServer> OF_SERVER = Rule.site("SEC-017")
            .title("a user has the name of one that the hardened distribution needs for itself")
            .why("""
                    Hardened servers of RKE2 run etcd as a user of that name. On a host with the agent a stage makes it, without a shell, a \
                    home or a password, and the program that makes users gives one that is there already a password and SSH keys and no \
                    more. Both write one account, so that it is not what either of them says.""")
            .evidence(
                    "RKE2 documentation, security/hardening_guide; github.com/mudler/yip v1.10.0, pkg/plugins/user.go",
                    "C-190")
            .good("profile: {spec: {kubernetes: {flavor: rke2, hardening: cis}}}")
            .bad("""
                    profile: {spec: {kubernetes: {flavor: rke2, hardening: cis}}}
                    site: {spec: {users: [{name: etcd, passwordHash: {secretRef: ops-password}}]}}""")
            .subjects(UserRules::besideServers)
            .broken(subject -> subject.user().name().value().equals(subject.name()), (subject, finding) -> {
                Written.at(finding, subject.user().name());
                Written.related(finding, subject.hardening(), "hardened servers need a user of this name");
                finding.message("user `" + subject.name() + "` is the one that hardened servers need")
                        .effect("the user has no shell to log in to, or the servers find another user than theirs")
                        .addFixes(Fix.advice("choose another name for the user"));
            });

    static final Rule<SiteContext, ResolvedSite> NO_LOGIN_AT_UI = Rule.site("SEC-015")
            .warning()
            .title("nobody can log in to the Local UI")
            .why("""
                    An air-gapped cluster is created in the Local UI of a host, which asks for the name and the password of a user of \
                    its operating system. A key does not help there.""")
            .evidence(
                    "Palette documentation, clusters/edge/local-ui/host-management/access-console, "
                            + "clusters/edge/local-ui/cluster-management/create-cluster",
                    "C-190")
            .good(AirGapRules.GOOD)
            .bad("{" + AirGapRules.GOOD + ", site: {spec: {users: [{name: ops, sshAuthorizedKeys: [\"ssh-ed25519 "
                    + "AAAAC3NzaC1lZDI1NTE5AAAAIJRjTvGY4zV37Z5rgeZTlM/5b4xGxw1qX1U++ueQyrTe ops@example.com\"]}]}}}")
            .subjects(context -> Stream.of(context.site())
                    .filter(site -> site.profile().hasAgent())
                    .filter(site -> site.profile().mode().value() == ClusterMode.AIR_GAPPED)
                    .filter(site -> !site.users().isEmpty()))
            .broken(
                    site -> site.users().stream()
                            .allMatch(user -> user.passwordHash().isEmpty()),
                    (site, finding) -> {
                        Written.atNearest(finding, site, SiteSpec::users);
                        finding.message("no user of site `" + site.name().value() + "` has a password")
                                .effect("the Local UI lets nobody in, and the cluster can't be created there")
                                .addFixes(Fix.advice("give one user a `passwordHash`"));
                    });

    static final List<Rule<SiteContext, ?>> ALL = List.of(
            NO_USER,
            NO_LOGIN,
            USER_TWICE,
            ROOT_ON_HARDENED,
            NO_ADMINISTRATOR,
            GROUPS_OF_ROOT,
            OF_SERVER,
            NO_LOGIN_AT_UI);

    private static Stream<OfServer> besideServers(SiteContext context) {
        Sourced<Hardening> hardening = context.profile().kubernetesHardening();
        return context
                .catalogue()
                .cis(context.profile().flavor().value().text())
                .flatMap(CisAdditions::serverUser)
                .stream()
                .filter(needed -> hardening.value() == Hardening.CIS)
                .flatMap(needed -> usersOfTheAgent(context).map(user -> new OfServer(user, needed.name(), hardening)));
    }

    private static OperatingSystems systems(SiteContext context) {
        return context.catalogue().operatingSystems();
    }

    private static boolean isRoot(ResolvedUser user) {
        return user.name().value().equals("root");
    }

    private static Stream<ResolvedUser> usersOfTheAgent(SiteContext context) {
        return Stream.of(context.site())
                .filter(site -> site.profile().hasAgent())
                .flatMap(site -> site.users().stream());
    }

    private static Stream<Repeated> repeated(ResolvedSite site) {
        Map<String, ResolvedUser> first = new HashMap<>();
        List<Repeated> all = new ArrayList<>();
        for (ResolvedUser user : site.users()) {
            all.add(new Repeated(
                    user, Optional.ofNullable(first.putIfAbsent(user.name().value(), user))));
        }
        return all.stream();
    }
}
