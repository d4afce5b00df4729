// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedUser;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.ServerUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The users of a host without the agent. Naming any keeps cloud-init from making the image's own. */
final class CloudInitUsers {
    private static final String ROOT = "root";

    private CloudInitUsers() {}

    static void put(PlainHost node, OutputMap.Builder userData) {
        List<OutputNode> users = new ArrayList<>();
        for (ResolvedUser user : node.site().users()) {
            users.add(user(node, user));
        }
        serverUser(node).ifPresent(users::add);
        if (users.isEmpty()) {
            return;
        }
        Origin from = Origin.inferred(
                "the users of this host", users.stream().map(OutputNode::origin).toArray(Origin[]::new));
        userData.put("users", new OutputList(users, from));
        node.site().users().stream()
                .filter(user -> user.name().value().equals(ROOT))
                .findFirst()
                .ifPresent(root -> userData.put(
                        "disable_root",
                        new OutputBoolean(
                                false,
                                Origin.inferred(
                                        "root is among the users", root.name().origin()))));
    }

    private static OutputMap user(PlainHost node, ResolvedUser user) {
        Origin from = new Origin.Written(user.place());
        OutputMap.Builder map = OutputMap.builder(from)
                .put("name", OutputText.of(user.name()))
                .put("shell", new OutputText("/bin/bash", new Origin.Default("the shell of people")));
        if (!user.groups().isEmpty()) {
            map.put("groups", OutputList.texts(user.groups(), from));
        }
        map.put("sudo", withoutPassword(node, user));
        user.passwordHash()
                .ifPresent(hash -> map.put(
                                "lock_passwd",
                                new OutputBoolean(false, Origin.inferred("a password is given", hash.origin())))
                        .put("hashed_passwd", Values.secret(node.site(), hash)));
        if (!user.sshAuthorizedKeys().isEmpty()) {
            map.put("ssh_authorized_keys", OutputList.texts(user.sshAuthorizedKeys(), from));
        }
        return map.build();
    }

    /** The group alone asks for a password: who has none could not use it. */
    private static Optional<OutputText> withoutPassword(PlainHost node, ResolvedUser user) {
        return user.groups().stream()
                .filter(group -> user.passwordHash().isEmpty() && node.administrates(group.value()))
                .findFirst()
                .map(group -> new OutputText(
                        "ALL=(ALL) NOPASSWD:ALL",
                        Origin.inferred("an administrator without a password", group.origin())));
    }

    /** Servers refuse to start when the user is missing, or the group of the same name, which is made with it. */
    private static Optional<OutputMap> serverUser(PlainHost node) {
        return node.hardening()
                .filter(cis -> node.isServer())
                .flatMap(CisAdditions::serverUser)
                .map(ServerUser::name)
                .filter(name -> node.site().users().stream()
                        .noneMatch(user -> user.name().value().equals(name)))
                .map(name -> {
                    Origin from = Origin.inferred(
                            "user that hardened servers need",
                            node.because(node.profile().kubernetesHardening()));
                    return OutputMap.builder(from)
                            .put("name", new OutputText(name, from))
                            .put("system", new OutputBoolean(true, from))
                            .put("shell", new OutputText("/usr/sbin/nologin", from))
                            .put("no_create_home", new OutputBoolean(true, from))
                            .build();
                });
    }
}
