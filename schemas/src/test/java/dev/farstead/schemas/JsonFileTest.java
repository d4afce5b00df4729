// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonFileTest {
    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThatThrownBy(() -> JsonFile.read("broken/duplicate-key.json"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken/duplicate-key.json")
                .rootCause()
                .hasMessageContaining("Duplicate field 'name'");
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> JsonFile.read("broken/list.json")).hasMessage("broken/list.json holds no object");
        assertThatThrownBy(() -> JsonFile.read("broken/trailing.json"))
                .hasMessage("broken/trailing.json goes on behind its object");
        assertThatThrownBy(() -> JsonFile.read("broken/null.json"))
                .rootCause()
                .hasMessageContaining("a catalogue holds no VALUE_NULL");
        assertThatThrownBy(() -> JsonFile.read("broken/absent.json")).hasMessageContaining("missing from the jar");
    }

    @Test
    void aMemberThatNoReaderTakesIsRefused() {
        JsonRecord file = JsonFile.read("broken/sources.json");
        assertThatThrownBy(file::end).hasMessage("broken/sources.json has members that no reader knows: [items]");
    }

    @Test
    void aMemberIsTakenOnceAndWithItsType() {
        JsonRecord file = JsonFile.read("broken/sources.json");
        assertThatThrownBy(() -> file.text("items")).hasMessageContaining("holds no String as \"items\"");
        assertThatThrownBy(() -> file.text("items")).hasMessageContaining("has no member \"items\"");
    }

    @Test
    void aRecordHasItsOwnSourceOrThatAroundIt() {
        JsonRecord file = JsonFile.read("broken/sources.json");
        assertThat(file.source()).isEqualTo("the file's document");
        assertThat(file.objects("items", JsonRecord::source))
                .isEqualTo(List.of("the file's document", "a document of its own", "the long name"));
    }

    @Test
    void aRecordWithoutSourceIsRefused() {
        JsonRecord file = JsonFile.read("broken/no-source.json");
        assertThatThrownBy(file::source).hasMessage("broken/no-source.json has no source");
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        JsonRecord file = JsonFile.read("broken/named-twice.json");
        assertThatThrownBy(() -> file.named("items", fact -> fact.text("name"), name -> name))
                .hasMessage("broken/named-twice.json names audit twice");
    }

    @Test
    void minorsOfOneFactFollowEachOther() {
        JsonRecord file = JsonFile.read("broken/gap.json");
        assertThatThrownBy(() -> Availability.take(file))
                .hasMessage("broken/gap.json lists minors that do not follow each other");
    }

    @Test
    void aLazyValueIsMadeOnceWhicheverThreadAsks() {
        AtomicInteger made = new AtomicInteger();
        Lazy<Object> lazy = new Lazy<>(() -> {
            made.incrementAndGet();
            return new Object();
        });
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64).parallel().forEach(i -> seen.add(lazy.get()));
        assertThat(seen).hasSize(1);
        assertThat(made).hasValue(1);
    }
}
