// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.finding;

import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One cause that was found, at its exact place, with a way out. */
@Value.Immutable
@FindingStyle
public interface Finding {
    /**
     * Returns the code, such as {@code NET-014}. Codes are never reused.
     *
     * @return area, hyphen, three digits
     */
    String code();

    /**
     * Returns how grave it is.
     *
     * @return the severity
     */
    Severity severity();

    /**
     * Returns the message: lower case, no full stop, the author's own words in backticks, one line.
     *
     * @return the message
     */
    String message();

    /**
     * Returns the primary range; absent where a finding belongs to no source, such as a missing input.
     *
     * @return the range to underline
     */
    Optional<Range> range();

    /**
     * Returns the path of the value that the finding is about.
     *
     * @return the path in the document, empty where there is none
     */
    @Value.Default
    default String path() {
        return "";
    }

    /**
     * Returns the document that the primary range stands in.
     *
     * @return kind and name, such as {@code Site/store-0412}; empty where it has none, or can't be read so far
     */
    @Value.Default
    default String document() {
        return "";
    }

    /**
     * Returns what stands at the primary range, in a few words.
     *
     * @return the label below the underline
     */
    Optional<String> label();

    /**
     * Returns whether what stands at the primary range may be a secret: then nobody may show its text, printers included.
     *
     * @return by default false
     */
    @Value.Default
    default boolean hidden() {
        return false;
    }

    /**
     * Returns further stretches that may hold a secret and must not be shown, such as one that another finding is about.
     *
     * @return ranges, in any order
     */
    List<Range> concealed();

    /**
     * Returns the first line of a range of this finding as it may be shown, to printers of all kinds.
     *
     * @param range the primary range, or that of a related place
     * @param line the line
     * @return a line of as many code points; dots stand for what is or may be a secret
     */
    default String shown(Range range, String line) {
        String shown = Concealment.line(line);
        for (Range secret : concealed()) {
            shown = dotted(secret, range, shown);
        }
        return hidden() && range().isPresent() ? dotted(range().get(), range, shown) : shown;
    }

    private static String dotted(Range secret, Range range, String line) {
        int number = range.start().line();
        boolean touched = secret.source().equals(range.source())
                && secret.start().line() <= number
                && number <= secret.end().line();
        if (!touched) {
            return line;
        }
        int[] codePoints = line.codePoints().toArray();
        int start = secret.start().line() == number ? secret.start().column() - 1 : 0;
        int end = secret.end().line() == number
                ? Math.min(secret.end().column() - 1, codePoints.length)
                : codePoints.length;
        for (int i = start; i < end; i++) {
            codePoints[i] = '\u2022';
        }
        return new String(codePoints, 0, codePoints.length);
    }

    /**
     * Returns the other places that take part.
     *
     * @return the places, the most telling first
     */
    List<Related> related();

    /**
     * Returns the values that led to the finding, such as {@code 100.64.0.0/18 contains 100.64.4.0/24}.
     *
     * @return the values in words; never a secret
     */
    List<String> values();

    /**
     * Returns what would happen on the node, or in the build, if nothing were said.
     *
     * @return the effect
     */
    Optional<String> effect();

    /**
     * Returns the ways out, the best first.
     *
     * @return the fixes
     */
    List<Fix> fixes();

    /**
     * Returns the names of the sites that the finding concerns when a shared line concerns more than one.
     *
     * @return site names in input order; empty for a finding of one document
     */
    List<String> sites();

    /**
     * Returns a fingerprint by which two runs tell that a finding is the same: it depends on code, document, path, and on the values and
     * quoted words that led to the finding, never on lines or on the names of sources. No two findings of a run share one.
     *
     * @return 16 hexadecimal digits; empty until the finding is part of a result
     */
    @Value.Default
    default String fingerprint() {
        return "";
    }

    /**
     * Returns a builder.
     *
     * @return a builder without values
     */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Builds findings; not thread-safe. In the words of what is built an escape stands for each character that can't
     * be seen, and characters outside ASCII in its message are named among the values.
     */
    class Builder extends ImmutableFinding.Builder {
        @Override
        public ImmutableFinding build() {
            ImmutableFinding built = super.build();
            List<String> values = new ArrayList<>(VisibleText.of(built.values()));
            String lookalikes = VisibleText.lookalikes(built.message());
            if (!lookalikes.isEmpty() && !values.contains(lookalikes)) {
                values.add(lookalikes);
            }
            return built.withMessage(VisibleText.of(built.message()))
                    .withLabel(built.label().map(VisibleText::of))
                    .withEffect(built.effect().map(VisibleText::of))
                    .withValues(values.equals(built.values()) ? built.values() : values);
        }

        /**
         * Names the characters outside ASCII of a text that the message doesn't quote.
         *
         * @param text the text
         * @return this builder
         */
        public Builder naming(String text) {
            String lookalikes = VisibleText.lookalikes(text);
            if (!lookalikes.isEmpty()) {
                addValues(lookalikes);
            }
            return this;
        }

        /**
         * Points at the value of a place.
         *
         * @param place where the value stands
         * @return this builder
         */
        public Builder at(Place place) {
            range(place.value());
            path(place.path());
            return this;
        }

        /**
         * Points at the key of a place.
         *
         * @param place where the value stands
         * @return this builder
         */
        public Builder atKey(Place place) {
            range(place.key());
            path(place.path());
            return this;
        }
    }
}
