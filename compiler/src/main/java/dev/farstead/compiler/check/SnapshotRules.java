// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ValueForm;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the snapshots of etcd that K3s and RKE2 take. */
final class SnapshotRules {
    private static final String UPLOAD = "etcd-s3";
    private static final String OFF = "etcd-disable-snapshots";
    private static final String ON_A_HOST = "etcd-snapshot-";

    private SnapshotRules() {}

    /**
     * A key that means something only where another one is on, or off.
     *
     * @param key the key
     * @param isOff whether it means nothing on the hosts of the site
     */
    record Dependent(PassedKey key, boolean isOff) {
        static Stream<Dependent> of(SiteContext context) {
            List<PassedKey> keys = PassedConfig.reaching(context)
                    .flatMap(PassedKey::of)
                    .filter(key -> key.usable().isPresent())
                    .toList();
            boolean uploads = isOn(keys, UPLOAD);
            boolean takes = !isOn(keys, OFF);
            return Stream.concat(
                    keys.stream()
                            .filter(key -> key.name().startsWith(UPLOAD + "-"))
                            .map(key -> new Dependent(key, !uploads)),
                    keys.stream()
                            .filter(key -> key.name().startsWith(ON_A_HOST))
                            .map(key -> new Dependent(key, !takes)));
        }

        /** The last layer that has the key holds. */
        private static boolean isOn(List<PassedKey> keys, String name) {
            return keys.stream()
                    .filter(key -> key.name().equals(name))
                    .reduce((farther, nearer) -> nearer)
                    .filter(key -> key.value().value() instanceof ConfigValue.Bool on && on.value())
                    .isPresent();
        }

        boolean isOfUpload() {
            return key.name().startsWith(UPLOAD);
        }

        boolean isSecret() {
            return key.in().catalogue().secretKeys().key(key.name()).isPresent();
        }
    }

    static final Rule<ProfileContext, FormedText> SCHEDULE = Rule.profile("DIST-162")
            .title("the schedule of the snapshots of etcd is one that can't be read")
            .why("""
                    K3s and RKE2 hand the schedule to a parser and drop its error. The cluster then runs without backups, and \
                    nothing says so until one is needed. A schedule has five columns, from minutes to days of the week, where \
                    Sunday is 0 and never 7; or it is a word such as `@daily` or `@every 6h`.""")
            .evidence(
                    "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/etcd/snapshot.go, setSnapshotFunction; github.com/robfig/cron v3.0.1 "
                            + "parser.go, ParseStandard")
            .good("profile: {spec: {kubernetes: {config: {etcd-snapshot-schedule-cron: \"0 */6 * * *\"}}}}")
            .bad("profile: {spec: {kubernetes: {config: {etcd-snapshot-schedule-cron: \"0 0 */6 * * *\"}}}}")
            .subjects(context -> schedules(FormedText.ofProfile(context)))
            .broken(
                    schedule -> !Schedules.isSchedule(schedule.text()),
                    (schedule, finding) -> finding.at(schedule.place())
                            .message("`" + schedule.name() + "` is no schedule that "
                                    + schedule.in().program() + " can read")
                            .effect("no snapshot of etcd is ever taken, and nothing says so")
                            .addFixes(Fix.advice(
                                    "write five columns such as `0 */12 * * *`: minute, hour, day of the month, month, day of the "
                                            + "week from 0 to 6"))
                            .addFixes(Fix.advice("write a word such as `@daily` or `@every 6h`")));

    static final Rule<SiteContext, Dependent> NO_EFFECT = Rule.site("DIST-170")
            .warning()
            .title("a setting of snapshots has no effect, since what it is for is off")
            .why("""
                    K3s and RKE2 read where to upload snapshots only with `etcd-s3: true`, and when and where to take them only \
                    without `etcd-disable-snapshots: true`. The setting looks like a backup, and there is none. Snapshots that are \
                    taken by hand still read some of the keys.""")
            .evidence("github.com/k3s-io/k3s v1.28.13+k3s1 pkg/cli/server/server.go, pkg/etcd/snapshot.go", "C-138")
            .good("profile: {spec: {kubernetes: {config: {etcd-s3: true, etcd-s3-bucket: backups}}}}")
            .bad("profile: {spec: {kubernetes: {config: {etcd-s3-bucket: backups}}}}")
            .subjects(Dependent::of)
            .broken(
                    Dependent::isOff,
                    (setting, finding) -> finding.atKey(setting.key().value().place())
                            .hidden(setting.isSecret())
                            .message("`" + setting.key().name() + "` has no effect"
                                    + (setting.isOfUpload()
                                            ? " without `etcd-s3: true`"
                                            : " with `etcd-disable-snapshots: true`"))
                            .effect(
                                    setting.isOfUpload()
                                            ? "no snapshot leaves the host by itself"
                                            : "no snapshot is taken by itself")
                            .addFixes(Fix.advice(
                                    setting.isOfUpload()
                                            ? "add `etcd-s3: true`, or leave the key out"
                                            : "leave `etcd-disable-snapshots` out, or this key")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(SCHEDULE);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(SCHEDULE.over(context -> schedules(FormedText.ofSite(context))), NO_EFFECT);

    private static Stream<FormedText> schedules(Stream<FormedText> texts) {
        return texts.filter(text -> text.has(ValueForm.SCHEDULE));
    }
}
