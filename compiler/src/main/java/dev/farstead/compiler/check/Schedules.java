// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.schemas.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms of a schedule that the standard parser of github.com/robfig/cron v3 reads. */
final class Schedules {
    private static final Set<String> NAMED =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final String EVERY = "@every ";
    private static final Pattern TIME_ZONE = Pattern.compile("(CRON_)?TZ=[^ ]+ ");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * One of the five columns.
     *
     * @param least its smallest number
     * @param most its largest number
     * @param names other words for the numbers, the first for the smallest
     */
    private record Column(int least, int most, List<String> names) {
        boolean takes(String field) {
            List<String> ranges = Stream.of(field.split(","))
                    .filter(range -> !range.isEmpty())
                    .toList();
            return !ranges.isEmpty() && ranges.stream().allMatch(this::takesRange);
        }

        private boolean takesRange(String range) {
            String[] stepped = range.split("/", -1);
            String[] ends = stepped[0].split("-", -1);
            boolean step = stepped.length == 1
                    || (stepped.length == 2
                            && NUMBER.matcher(stepped[1]).matches()
                            && Integer.parseInt(stepped[1]) > 0);
            if (ends[0].equals("*") || ends[0].equals("?")) {
                return step;
            }
            OptionalInt start = number(ends[0]);
            OptionalInt end = ends.length == 2 ? number(ends[1]) : start;
            return step
                    && ends.length <= 2
                    && start.isPresent()
                    && end.isPresent()
                    && start.getAsInt() >= least
                    && end.getAsInt() <= most
                    && start.getAsInt() <= end.getAsInt();
        }

        private OptionalInt number(String word) {
            int named = names.indexOf(word.toLowerCase(Locale.ROOT));
            if (named >= 0) {
                return OptionalInt.of(least + named);
            }
            return NUMBER.matcher(word).matches() ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column(0, 59, List.of()),
            new Column(0, 23, List.of()),
            new Column(1, 31, List.of()),
            new Column(
                    1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
            new Column(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

    private Schedules() {}

    /** Tells whether a text is a schedule: five columns, or a word for one. */
    static boolean isSchedule(String text) {
        String schedule = TIME_ZONE.matcher(text).lookingAt()
                ? TIME_ZONE.matcher(text).replaceFirst("").strip()
                : text;
        if (schedule.startsWith("@")) {
            return NAMED.contains(schedule)
                    || (schedule.startsWith(EVERY)
                            && GoValues.fits(ValueType.DURATION, schedule.substring(EVERY.length())));
        }
        String[] fields = schedule.strip().split("\\s+", -1);
        return fields.length == COLUMNS.size()
                && IntStream.range(0, fields.length)
                        .allMatch(i -> COLUMNS.get(i).takes(fields[i]));
    }
}
