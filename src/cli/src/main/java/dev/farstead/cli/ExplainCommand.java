// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Farstead;
import dev.farstead.cli.print.ExplanationPage;
import dev.farstead.model.finding.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: the page of a code, or the list of all. */
final class ExplainCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("explain", "Explain a code, or list all codes.", "");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("CODE")
                .description("Such as NET-014, in any case.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Farstead farstead = Farstead.create();
        String code = arguments.matchedPositionalValue(0, "");
        if (code.isEmpty()) {
            farstead.explanations().forEach(explanation -> console.out().print(line(explanation)));
            return ExitCode.OK;
        }
        Optional<Explanation> explanation = farstead.explain(code);
        if (explanation.isEmpty()) {
            console.notice("there is no code `" + code + "`; " + suggestion(code, farstead.explanations()));
            return ExitCode.USAGE;
        }
        console.out().print(ExplanationPage.of(explanation.get(), console.style()));
        return ExitCode.OK;
    }

    private static String line(Explanation explanation) {
        return String.format(
                Locale.ROOT,
                "%-8s  %-7s  %s\n",
                explanation.code(),
                explanation.severity().text(),
                explanation.title());
    }

    private static String suggestion(String code, List<Explanation> all) {
        String area = area(code.toUpperCase(Locale.ROOT));
        List<String> near = all.stream()
                .map(Explanation::code)
                .filter(known -> area(known).equals(area))
                .toList();
        if (!near.isEmpty()) {
            return "codes of its area: " + String.join(", ", near);
        }
        return "areas: "
                + all.stream()
                        .map(explanation -> area(explanation.code()))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String area(String code) {
        int end = 0;
        while (end < code.length() && code.charAt(end) != '-' && !(end > 0 && isNumber(code, end))) {
            end++;
        }
        return code.substring(0, end);
    }

    /** The area {@code K8S} holds a digit itself: only digits up to the end are the number. */
    private static boolean isNumber(String code, int from) {
        return code.substring(from).chars().allMatch(Character::isDigit);
    }
}
