// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.axis.HostRole;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Command;
import dev.farstead.schemas.ConfigKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about keys that a distribution would read on workers, but that the provider does not hand on there. */
final class WorkerRules {
    private static final String SOURCE = "github.com/kairos-io/provider-k3s v4.4.2, v4.5.1 api/agent_config.go";

    private static final String WORKERS = "site: {spec: {hosts: "
            + "[{name: w1, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 21}}}, "
            + "{name: w2, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 22}}}, "
            + "{name: w3, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 23}}}]}}";

    private WorkerRules() {}

    static final Rule<SiteContext, PassedKey> DROPPED = Rule.site("DIST-112")
            .warning()
            .title("a key does not reach the workers of a site")
            .why("""
                    The provider of K3s hands a fixed list of keys on to workers and drops the others without a word. A key that is \
                    not on its list holds on control-plane hosts only.""")
            .evidence(SOURCE, "C-132")
            .good("{profile: {spec: {kubernetes: {config: {snapshotter: native}}}}, " + WORKERS + "}")
            .bad("{profile: {spec: {kubernetes: {config: {flannel-cni-conf: /etc/cni.json}}}}, " + WORKERS + "}")
            .subjects(WorkerRules::agentKeys)
            .broken(
                    key -> dropped(key),
                    (key, finding) -> finding.atKey(key.value().place())
                            .message("`" + key.name() + "` does not reach the workers")
                            .effect("control-plane hosts have the setting, workers do not")
                            .addFixes(Fix.advice(
                                    "leave the key out, or accept that it holds on control-plane hosts only")));

    static final Rule<SiteContext, PassedKey> EMPTY = Rule.site("DIST-113")
            .title("a value does not reach the workers of a site because it is false, zero or empty")
            .why("""
                    On workers the provider of K3s drops values that are false, 0 or empty, so K3s takes its own default there. Where \
                    that default is another value, the setting has no effect.""")
            .evidence(SOURCE, "C-132")
            .good("{profile: {spec: {kubernetes: {config: {lb-server-port: 6445}}}}, " + WORKERS + "}")
            .bad("{profile: {spec: {kubernetes: {config: {lb-server-port: 0}}}}, " + WORKERS + "}")
            .subjects(context -> agentKeys(context).filter(WorkerRules::arrivesTyped))
            .broken(
                    key -> isEmpty(key) && !isDefault(key),
                    (key, finding) -> finding.at(key.value().place())
                            .message("this value of `" + key.name() + "` does not reach the workers")
                            .effect("workers have K3s' own default")
                            .addFixes(Fix.advice("leave the key out, or set another value")));

    static final List<Rule<SiteContext, ?>> ALL = List.of(DROPPED, EMPTY);

    /** The keys of the profile count too: it does not know which sites have workers. */
    private static Stream<PassedKey> agentKeys(SiteContext context) {
        if (context.site().hosts(HostRole.WORKER).isEmpty()) {
            return Stream.empty();
        }
        return PassedConfig.reaching(context)
                .flatMap(PassedKey::of)
                .filter(key -> key.usable()
                        .filter(fact -> fact.in(Command.SERVER, key.version()).isPresent()
                                && fact.in(Command.AGENT, key.version()).isPresent())
                        .isPresent());
    }

    private static boolean dropped(PassedKey key) {
        return key.in()
                .provider()
                .filter(release -> !release.reachesWorkers(key.name()))
                .isPresent();
    }

    /** A provider that does not filter hands on every value as it is written. */
    private static boolean arrivesTyped(PassedKey key) {
        return key.in()
                .provider()
                .filter(release -> release.workerType(key.name()).isPresent())
                .isPresent();
    }

    private static boolean isEmpty(PassedKey key) {
        ConfigValue value = key.value().value();
        return (value instanceof ConfigValue.Bool bool && !bool.value())
                || (value instanceof ConfigValue.Numeral number
                        && number.value().signum() == 0)
                || (value instanceof ConfigValue.Text text && text.value().isEmpty());
    }

    private static boolean isDefault(PassedKey key) {
        Optional<String> standard = key.fact()
                .flatMap((ConfigKey fact) -> fact.defaultIn(key.version().minor()));
        return standard.orElse("").equals(PassedItem.text(key.value().value()));
    }
}
