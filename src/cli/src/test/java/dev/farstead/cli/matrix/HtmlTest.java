// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textsAndAttributesAreEscaped() {
        StringBuilder text = new StringBuilder();
        Html.of("p", "a < b & \"c\" > d", Html.of("br")).with("title", "\"<&>").write(text);
        assertThat(text).hasToString("<p title=\"&quot;&lt;&amp;&gt;\">a &lt; b &amp; &quot;c&quot; &gt; d<br></p>");
    }
}
