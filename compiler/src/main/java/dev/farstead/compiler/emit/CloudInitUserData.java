// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedNetwork;
import dev.farstead.compiler.resolve.ResolvedProxy;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user-data of a host without the agent: cloud-init's own keys, no stages. It holds for releases of cloud-init from 22.4 on. Source
 * of the keys: cloud-init documentation, reference/modules.
 */
final class CloudInitUserData {
    private CloudInitUserData() {}

    static OutputMap of(PlainHost node) {
        Origin from =
                Origin.inferred("the user-data of this host", node.host().name().origin());
        ResolvedNetwork network = node.site().network();
        Origin resolvable = new Origin.Default("a host that can't resolve its own name makes sudo wait");
        OutputMap.Builder map = OutputMap.builder(from)
                .put("hostname", OutputText.of(node.host().uid()))
                .put("manage_etc_hosts", new OutputText("localhost", resolvable));
        CloudInitUsers.put(node, map);
        map.put("ntp", time(network.ntpServers()))
                .put("ca_certs", certificates(network.caCertificates()))
                .put("apt", network.proxy().flatMap(CloudInitUserData::packages))
                .put("bootcmd", TunnelOffload.bootCommands(node))
                .put("write_files", files(node, from))
                .put("runcmd", NodeCommands.of(node));
        return map.build();
    }

    /** The program is named, so that cloud-init does not download another. */
    private static Optional<OutputMap> time(List<Sourced<String>> servers) {
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        Origin from = new Origin.Inferred(
                "the time servers of the site",
                servers.stream().map(Sourced::origin).toList());
        return Optional.of(OutputMap.builder(from)
                .put("enabled", new OutputBoolean(true, from))
                .put("ntp_client", new OutputText("systemd-timesyncd", from))
                .put("servers", OutputList.texts(servers, from))
                .build());
    }

    private static Optional<OutputMap> certificates(List<Sourced<String>> certificates) {
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        Origin from = Origin.inferred(
                "the certificates that the site trusts", certificates.get(0).origin());
        return Optional.of(OutputMap.builder(from)
                .put("trusted", OutputList.texts(certificates, from))
                .build());
    }

    private static Optional<OutputMap> packages(ResolvedProxy proxy) {
        Origin from = new Origin.Inferred(
                "packages of the host come through the proxy",
                Stream.concat(proxy.http().stream(), proxy.https().stream())
                        .map(Sourced::origin)
                        .toList());
        OutputMap map = OutputMap.builder(from)
                .put("http_proxy", proxy.http().map(OutputText::of))
                .put("https_proxy", proxy.https().map(OutputText::of))
                .build();
        return map.entries().isEmpty() ? Optional.empty() : Optional.of(map);
    }

    private static OutputList files(PlainHost node, Origin from) {
        return new OutputList(
                NodeFiles.of(node).stream().<OutputNode>map(NodeFile::entry).toList(), from);
    }
}
