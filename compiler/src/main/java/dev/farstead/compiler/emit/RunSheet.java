// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.MarkdownBlock;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedProxy;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Builds the blocks of a run-sheet; not thread-safe. */
final class RunSheet {
    private final Origin origin;
    private final List<MarkdownBlock> blocks = new ArrayList<>();

    RunSheet(Origin origin) {
        this.origin = origin;
    }

    RunSheet title(Prose text) {
        blocks.add(new MarkdownBlock.Heading(1, text, origin));
        return this;
    }

    RunSheet section(String text) {
        return section(Prose.of(text));
    }

    /** A section that not every sheet has names what it stands there for. */
    RunSheet section(Prose text) {
        blocks.add(new MarkdownBlock.Heading(2, text, origin));
        return this;
    }

    RunSheet say(String... parts) {
        return say(Prose.of(parts));
    }

    RunSheet say(Prose text) {
        blocks.add(new MarkdownBlock.Paragraph(text, origin));
        return this;
    }

    RunSheet steps(Prose... steps) {
        blocks.add(new MarkdownBlock.Items(true, Arrays.asList(steps), origin));
        return this;
    }

    RunSheet notes(List<Prose> notes) {
        blocks.add(new MarkdownBlock.Items(false, notes, origin));
        return this;
    }

    RunSheet shell(String... lines) {
        return shell(Arrays.stream(lines).map(Prose::of).toArray(Prose[]::new));
    }

    RunSheet shell(Prose... lines) {
        blocks.add(new MarkdownBlock.Code("sh", Arrays.asList(lines), origin));
        return this;
    }

    RunSheet table(List<Prose> header, List<List<Prose>> rows, Origin from) {
        blocks.add(new MarkdownBlock.Table(header, rows, from));
        return this;
    }

    static Stream<Origin> addresses(ResolvedHost host) {
        return Stream.concat(
                host.interfaces().stream().map(nic -> nic.address().origin()),
                host.dynamicInterfaces().stream().map(nic -> new Origin.Written(nic.place())));
    }

    /** Returns where the platforms of the hosts come from. */
    static Stream<Origin> platforms(ResolvedSite site) {
        return site.hosts().stream()
                .map(host -> Values.needed(host.hostClass()))
                .flatMap(found ->
                        Stream.of(found.origin(), found.value().platform().origin()));
    }

    static Stream<Origin> proxy(ResolvedProxy proxy) {
        return Stream.concat(proxy.http().stream(), proxy.https().stream()).map(Sourced::origin);
    }

    static Prose ownNetwork(ResolvedSite site) {
        return Prose.of("Nodes become Ready once a network of your own is installed.")
                .from(site.profile().cni().origin());
    }

    List<MarkdownBlock> blocks() {
        return List.copyOf(blocks);
    }
}
