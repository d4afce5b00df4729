// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.schemas.ValueForm;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms that texts have beyond their types. */
final class ValueForms {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LAST_PORT = 65_535;
    private static final String ANY = "*.";
    private static final Pattern HTTPS = Pattern.compile("(?i:https)://[^\\s/?#@]+(?:/[^\\s?#]*)?");
    private static final Pattern MODE = Pattern.compile("0{0,9}[0-7]{3}");
    private static final Pattern PORTS = Pattern.compile("([0-9]{1,5})(?:([-+])([0-9]{1,5}))?");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{0,9})?)%");

    /** What repeats does so possessively: it must not take a stack frame each time. */
    private static final Pattern IMAGE =
            Pattern.compile("(?:(?:[A-Za-z0-9._-]++|\\[[0-9A-Fa-f:]++\\])(?::[0-9]{1,5})?/)?[a-z0-9][a-z0-9._/-]*+"
                    + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}+)?(?:@[A-Za-z0-9+._-]++:[0-9a-fA-F]{32,128})?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private ValueForms() {}

    /** Returns whether a text has a form; labels and taints, which have rules of their own, always do. */
    static boolean fits(ValueForm form, String text) {
        return switch (form) {
            case LABELS, TAINTS -> true;
            case SCHEDULE -> Schedules.isSchedule(text);
            case AMOUNT -> GoValues.isAmount(text);
            case AMOUNTS ->
                GoValues.isAmount(value(form, text)) && !value(form, text).startsWith("-");
            case THRESHOLDS -> isThreshold(value(form, text));
            case PORTS -> arePorts(text.strip());
            case HTTPS -> HTTPS.matcher(text).matches();
            case IMAGE -> text.isBlank() || IMAGE.matcher(text.strip()).matches();
            case NAMES -> isName(text.strip());
            case PATTERNS -> isName(text.startsWith(ANY) ? text.substring(ANY.length()) : text.strip());
            case MODE -> MODE.matcher(text).matches();
            case DOMAIN -> KubernetesNames.isDomain(text);
            case SUBJECT ->
                KubernetesNames.isDomain(text.startsWith(ANY) ? text.substring(ANY.length()) : text)
                        || IpAddress.parse(text).isPresent();
        };
    }

    /** Returns what stands between the name and the value of a pair. */
    static String separator(ValueForm form) {
        return form == ValueForm.THRESHOLDS ? "<" : "=";
    }

    /** Returns the name of a pair; empty text where there is none. */
    static String name(ValueForm form, String pair) {
        return pair.substring(0, Math.max(pair.indexOf(separator(form)), 0)).strip();
    }

    private static String value(ValueForm form, String pair) {
        int end = pair.indexOf(separator(form));
        return end < 0 ? "" : pair.substring(end + 1).strip();
    }

    private static boolean isThreshold(String text) {
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            return new BigDecimal(share.group(1)).compareTo(HUNDRED) <= 0;
        }
        // None means all that is left is fine, which is said by leaving the signal out.
        return GoValues.isAmount(text) && text.matches("\\+?[0.]*[1-9].*");
    }

    /** Nothing is what stands behind a last comma. */
    private static boolean isName(String text) {
        return text.isEmpty()
                || NAME.matcher(text).matches()
                || COLONS.matcher(text).matches();
    }

    private static boolean arePorts(String text) {
        Matcher ports = PORTS.matcher(text);
        if (!ports.matches()) {
            return false;
        }
        int first = Integer.parseInt(ports.group(1));
        int second = ports.group(3) == null ? first : Integer.parseInt(ports.group(3));
        int last = "+".equals(ports.group(2)) ? first + second : second;
        return first >= 1 && first <= last && last <= LAST_PORT;
    }

    /** Returns what a form asks for, in words. */
    static String words(ValueForm form) {
        return switch (form) {
            case LABELS -> "labels such as `example.com/tier=edge`";
            case TAINTS -> "taints such as `example.com/role=till:NoSchedule`";
            case SCHEDULE -> "a schedule such as `0 */12 * * *`";
            case AMOUNT -> "an amount such as `10Mi`";
            case AMOUNTS -> "amounts by name, such as `memory=512Mi`";
            case THRESHOLDS -> "thresholds such as `memory.available<200Mi` or `nodefs.available<10%`";
            case PORTS -> "ports from 1 to 65535, such as `30000-32767`";
            case IMAGE -> "the name of an image, such as `registry.example.com/pause:3.6`";
            case NAMES -> "names and addresses of servers alone, such as `api.example.com`";
            case PATTERNS -> "names and addresses of servers alone, such as `api.example.com` or `*.example.com`";
            case MODE -> "a mode of three octal digits, such as `600`";
            case DOMAIN -> "a name of the DNS in lower case, such as `cluster.local`";
            case SUBJECT -> "names of the DNS in lower case, such as `api.example.com`, or addresses";
            case HTTPS -> "an address that starts with `https://` and has no login, query or fragment";
        };
    }
}
