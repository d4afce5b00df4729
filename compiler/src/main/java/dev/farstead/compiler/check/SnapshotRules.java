// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.schemas.ValueForm;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the snapshots of etcd that K3s and RKE2 take. */
final class SnapshotRules {
    private SnapshotRules() {}

    static final Rule<ProfileContext, FormedText> SCHEDULE = Rule.profile("DIST-162")
            .title("the schedule of the snapshots of etcd is one that can't be read")
            .why("""
                    K3s and RKE2 hand the schedule to a parser and drop its error. The cluster then runs without backups, and \
                    nothing says so until one is needed. A schedule has five columns, from minutes to days of the week, where \
                    Sunday is 0 and never 7; or it is a word such as `@daily` or `@every 6h`.""")
            .evidence(
                    "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/etcd/snapshot.go, setSnapshotFunction; github.com/robfig/cron v3.0.1 "
                            + "parser.go, ParseStandard",
                    "C-131")
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

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(SCHEDULE);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(SCHEDULE.over(context -> schedules(FormedText.ofSite(context))));

    private static Stream<FormedText> schedules(Stream<FormedText> texts) {
        return texts.filter(text -> text.has(ValueForm.SCHEDULE));
    }
}
