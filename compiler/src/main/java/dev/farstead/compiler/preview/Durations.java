// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.schemas.FieldType;
import dev.farstead.schemas.KubeadmField;
import dev.farstead.schemas.KubeadmFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as Go prints them: what reads {@code 180s} into kubeadm's types and prints these writes {@code 3m0s}. Source:
 * github.com/golang/go go1.21.0 src/time/time.go, Duration.String, and src/time/format.go, ParseDuration.
 */
final class Durations {
    private static final Set<FieldType> TYPES = Set.of(FieldType.DURATION, FieldType.INTERVAL);
    private static final Pattern WHOLE =
            Pattern.compile("(?:0|(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|ms|s|m|h))++)");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h)");

    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000 * MICROSECOND;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** Characters of the longest text that is printed anew: nobody writes a longer one by hand. */
    private static final int LONGEST = 200;

    /** What a {@code time.Duration} holds. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final KubeadmFields fields;

    Durations(KubeadmFields fields) {
        this.fields = fields;
    }

    /** Returns the sections of a configuration with every length of time as it is printed. */
    OutputMap printed(OutputMap config) {
        return printed(config, "");
    }

    private OutputMap printed(OutputMap map, String place) {
        OutputMap.Builder changed = OutputMap.builder(map.origin());
        map.entries().forEach(entry -> changed.put(entry.key(), printed(entry.value(), place + entry.key())));
        return changed.build();
    }

    private OutputNode printed(OutputNode node, String path) {
        if (node instanceof OutputMap map) {
            return printed(map, path + ".");
        }
        if (node instanceof OutputList list) {
            List<OutputNode> items =
                    list.items().stream().map(item -> printed(item, path)).toList();
            return new OutputList(items, list.origin());
        }
        return node instanceof OutputText text
                        && fields.field(path).filter(this::isDuration).isPresent()
                ? new OutputText(printed(text.text()), text.origin())
                : node;
    }

    private boolean isDuration(KubeadmField field) {
        return fields.minors().stream().anyMatch(minor -> TYPES.contains(field.type(minor)));
    }

    /** Returns the text that is printed for a length of time; a text that is none, or has a sign, stays. */
    static String printed(String text) {
        if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
            return text;
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            BigDecimal unit = BigDecimal.valueOf(unit(parts.group(2)));
            sum = sum.add(new BigDecimal(parts.group(1)).multiply(unit));
        }
        return sum.compareTo(MOST) > 0 ? text : printed(sum.longValue());
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1;
            case "us", "µs" -> MICROSECOND;
            case "ms" -> MILLISECOND;
            case "s" -> SECOND;
            case "m" -> MINUTE * SECOND;
            default -> HOUR * SECOND;
        };
    }

    private static String printed(long nanoseconds) {
        if (nanoseconds == 0) {
            return "0s";
        } else if (nanoseconds < MICROSECOND) {
            return nanoseconds + "ns";
        } else if (nanoseconds < MILLISECOND) {
            return decimal(nanoseconds, MICROSECOND) + "µs";
        } else if (nanoseconds < SECOND) {
            return decimal(nanoseconds, MILLISECOND) + "ms";
        }
        long seconds = nanoseconds / SECOND;
        String hours = seconds >= HOUR ? seconds / HOUR + "h" : "";
        String minutes = seconds >= MINUTE ? seconds % HOUR / MINUTE + "m" : "";
        return hours + minutes + decimal(seconds % MINUTE * SECOND + nanoseconds % SECOND, SECOND) + "s";
    }

    private static String decimal(long amount, long unit) {
        return amount == 0
                ? "0"
                : BigDecimal.valueOf(amount)
                        .divide(BigDecimal.valueOf(unit))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
