// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.schemas.ComponentArgument;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about settings of the kubelet that it takes one without the other, whichever layer and form they are given in. */
final class KubeletPairRules {
    private static final String KUBERNETES = "github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.9 ";
    private static final String KUBELET = "kubelet";
    private static final String SOFT = "eviction-soft";
    private static final String GRACE = "eviction-soft-grace-period";
    private static final String HIGH = "image-gc-high-threshold";
    private static final String LOW = "image-gc-low-threshold";

    private KubeletPairRules() {}

    /**
     * A soft threshold.
     *
     * @param setting the threshold
     * @param grace the signals that have a grace period
     */
    record Soft(Setting setting, Set<String> grace) {
        static Stream<Soft> of(SiteContext context) {
            Set<String> grace = new HashSet<>();
            context.settings().of(KUBELET, GRACE).map(Setting::signal).forEach(grace::add);
            return context.settings()
                    .of(KUBELET, SOFT)
                    .filter(setting -> setting.isKnown() && !setting.isSkipped())
                    .map(setting -> new Soft(setting, grace));
        }
    }

    /**
     * The two shares of the disk between which the kubelet removes images.
     *
     * @param given the setting that is reported
     * @param other the other one, where it is given
     * @param high the larger share
     * @param low the smaller one
     */
    record Shares(Setting given, Optional<Setting> other, int high, int low) {
        static Stream<Shares> of(SiteContext context) {
            Optional<Setting> high = last(context, HIGH);
            Optional<Setting> low = last(context, LOW);
            Optional<Setting> other = low.isPresent() ? high : Optional.empty();
            return low.or(() -> high).stream()
                    .flatMap(given -> share(context, high, HIGH)
                            .flatMap(most ->
                                    share(context, low, LOW).map(least -> new Shares(given, other, most, least)))
                            .stream());
        }

        /** The last argument wins, and an argument wins over a field. */
        private static Optional<Setting> last(SiteContext context, String argument) {
            return context.settings().of(KUBELET, argument).reduce((first, second) -> second);
        }

        private static Optional<Integer> share(SiteContext context, Optional<Setting> given, String argument) {
            return given.isPresent()
                    ? given.flatMap(Setting::percent)
                    : context.profile()
                            .kubernetesVersion()
                            .flatMap(version -> context.catalogue()
                                    .componentArguments()
                                    .argument(KUBELET, argument)
                                    .flatMap((ComponentArgument fact) ->
                                            fact.defaultIn(version.value().minor())))
                            .map(Integer::parseInt);
        }
    }

    static final Rule<SiteContext, Soft> NO_GRACE = Rule.site("DIST-173")
            .title("a soft threshold of the kubelet has no grace period")
            .why("""
                    At a soft threshold the kubelet waits for a grace period before it evicts pods. It has none of its own, and ends at \
                    its start when a signal in `eviction-soft` is not in `eviction-soft-grace-period`.""")
            .evidence(KUBERNETES + "pkg/kubelet/eviction/helpers.go, ParseThresholdConfig", "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"eviction-soft=memory.available<10%\", "
                    + "\"eviction-soft-grace-period=memory.available=1m\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"eviction-soft=memory.available<10%\"]}}}}")
            .subjects(Soft::of)
            .broken(soft -> !soft.grace().contains(soft.setting().signal()), (soft, finding) -> {
                String signal = soft.setting().signal();
                finding.at(soft.setting().place())
                        .message("`" + signal + "` in `" + soft.setting().name() + "` has no grace period")
                        .effect(soft.setting().in().with("the kubelet ends at its start"))
                        .addFixes(Fix.advice("add `" + signal + "` with a length of time such as `1m30s` to `" + GRACE
                                + "`, or make it a hard threshold"));
            });

    static final Rule<SiteContext, Shares> SHARES = Rule.site("DIST-174")
            .title(
                    "the kubelet would begin to remove images at no larger share of the disk than that at which it stops")
            .why("""
                    Above `image-gc-high-threshold` the kubelet removes images until `image-gc-low-threshold` is reached. It ends at its \
                    start unless the first, 85 when it is not given, is larger than the second, 80.""")
            .evidence(KUBERNETES + "pkg/kubelet/apis/config/validation/validation.go", "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [image-gc-high-threshold=70, "
                    + "image-gc-low-threshold=60]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [image-gc-high-threshold=70]}}}}")
            .subjects(Shares::of)
            .broken(shares -> shares.high() <= shares.low(), (shares, finding) -> {
                finding.at(shares.given().place())
                        .message("`" + HIGH + "` is not larger than `" + LOW + "`")
                        .addValues(HIGH + " is " + shares.high() + ", " + LOW + " is " + shares.low())
                        .effect(shares.given().in().with("the kubelet ends at its start"))
                        .addFixes(Fix.advice("give both, the first larger than the second"));
                shares.other()
                        .ifPresent(other ->
                                finding.addRelated(new Related(other.place().value(), "the other share stands here")));
            });

    static final List<Rule<SiteContext, ?>> SITE = List.of(NO_GRACE, SHARES);
}
