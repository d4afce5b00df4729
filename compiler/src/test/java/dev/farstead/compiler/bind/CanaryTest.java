// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.compiler.structure.Documents;
import dev.farstead.model.axis.AxisValue;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Range;
import dev.farstead.model.spec.AddressChoice;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.SecretRef;
import dev.farstead.model.spec.TextChoice;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Binds documents that have every key, each text unlike any other, and compares what came out with the tree: once
 * through the model's own methods, which knows nothing of fields, and once through the fields.
 */
final class CanaryTest {
    private static final SourceDocument PROFILE =
            Documents.file("every-key-profile.yaml").get(0);
    private static final SourceDocument SITE =
            Documents.file("every-key-site.yaml").get(0);

    /** Values of fixed sets, which stand in more than one place. */
    private static final Set<String> FIXED =
            Set.of("amd64", "cis", "none", "install", "data", "ssd", "hdd", "true", "false", "reboot", "wait");

    @Test
    void everyMethodOfTheModelGivesWhatStandsUnderItsKey() throws ReflectiveOperationException {
        compareSpec(Binder.profile(PROFILE), PROFILE);
        compareSpec(Binder.site(SITE), SITE);
    }

    @Test
    void everyFieldGivesWhatStandsUnderItsKey() {
        compareFields(ProfileShapes.SPEC, Binder.profile(PROFILE).value().spec().value(), section(PROFILE, "spec"));
        compareFields(
                SiteShapes.METADATA, Binder.profile(PROFILE).value().metadata().value(), section(PROFILE, "metadata"));
        compareFields(SiteShapes.SPEC, Binder.site(SITE).value().spec().value(), section(SITE, "spec"));
    }

    @Test
    void noTwoTextsAreAlike() {
        for (SourceDocument document : List.of(PROFILE, SITE)) {
            List<String> texts = new ArrayList<>();
            collectTexts(document.root(), texts);
            assertThat(texts).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        }
    }

    private static void collectTexts(SourceNode node, List<String> texts) {
        if (node instanceof SourceMapping mapping) {
            mapping.entries().forEach(entry -> collectTexts(entry.value(), texts));
        } else if (node instanceof SourceSequence sequence) {
            sequence.items().forEach(item -> collectTexts(item, texts));
        } else if (node instanceof SourceScalar scalar && !FIXED.contains(scalar.text())) {
            texts.add(scalar.text());
        }
    }

    private static void compareSpec(Located<?> document, SourceDocument source) throws ReflectiveOperationException {
        assertThat(document.place())
                .isEqualTo(new Place("", source.root().range(), source.root().range()));
        for (String key : List.of("metadata", "spec")) {
            SourceEntry entry = ((SourceMapping) source.root()).find(key).orElseThrow();
            Object value = invoke(document.value(), key);
            compare((Located<?>) value, key, entry.key().range(), entry.value());
        }
    }

    private static void compare(Located<?> located, String path, Range key, SourceNode node)
            throws ReflectiveOperationException {
        assertThat(located.place()).as(path).isEqualTo(new Place(path, key, node.range()));
        compareValue(located.value(), path, node);
    }

    private static void compareValue(Object value, String path, SourceNode node) throws ReflectiveOperationException {
        if (value instanceof AddressChoice.HostNumber choice) {
            compareWay(choice.number(), "hostNumber", path, node);
        } else if (value instanceof AddressChoice.Literal choice) {
            compareWay(choice.text(), "address", path, node);
        } else if (value instanceof TextChoice.Inline choice) {
            compare(choice.text(), path, choice.text().place().key(), node);
        } else if (value instanceof AddressChoice.Dhcp choice) {
            compareWay(choice.chosen(), "dhcp", path, node);
        } else if (value instanceof TextChoice.NamedSource choice) {
            compareWay(choice.name(), "file", path, node);
        } else if (value instanceof SecretRef secret) {
            compareWay(secret.name(), "secretRef", path, node);
        } else if (value instanceof ConfigValue config) {
            compareConfig(config, path, node);
        } else if (node instanceof SourceScalar scalar) {
            assertThat(text(value)).as(path).isEqualTo(scalar.text());
        } else if (node instanceof SourceSequence sequence) {
            List<?> items = (List<?>) value;
            assertThat(items).hasSameSizeAs(sequence.items());
            for (int i = 0; i < items.size(); i++) {
                SourceNode item = sequence.items().get(i);
                compare((Located<?>) items.get(i), path + '[' + i + ']', item.range(), item);
            }
        } else if (value instanceof Map<?, ?> map) {
            compareEntries(map, path, (SourceMapping) node);
        } else {
            compareAttributes(value, path, (SourceMapping) node);
        }
    }

    private static void compareWay(Located<?> way, String key, String path, SourceNode node)
            throws ReflectiveOperationException {
        if (node instanceof SourceScalar) {
            compare(way, path, way.place().key(), node);
        } else {
            SourceEntry entry = ((SourceMapping) node).find(key).orElseThrow();
            compare(way, path + '.' + key, entry.key().range(), entry.value());
        }
    }

    private static void compareEntries(Map<?, ?> map, String path, SourceMapping mapping)
            throws ReflectiveOperationException {
        assertThat(map).hasSameSizeAs(mapping.entries());
        Iterator<?> entries = map.entrySet().iterator();
        for (SourceEntry entry : mapping.entries()) {
            Map.Entry<?, ?> next = (Map.Entry<?, ?>) entries.next();
            String key = entry.key().text();
            assertThat(next.getKey()).isEqualTo(key);
            String below = key.matches("[A-Za-z0-9_-]+") ? path + '.' + key : path + "[\"" + key + "\"]";
            compare((Located<?>) next.getValue(), below, entry.key().range(), entry.value());
        }
    }

    private static void compareAttributes(Object value, String path, SourceMapping mapping)
            throws ReflectiveOperationException {
        Class<?> spec = value.getClass().getInterfaces()[0];
        int compared = 0;
        for (Method method : spec.getDeclaredMethods()) {
            String key = method.getName().equals("hostClass") ? "class" : method.getName();
            Optional<SourceEntry> entry = mapping.find(key);
            Object attribute = method.invoke(value);
            if (attribute instanceof Optional<?> optional) {
                assertThat(optional.isPresent()).as(path + '.' + key).isEqualTo(entry.isPresent());
                if (optional.isEmpty()) {
                    continue;
                }
                attribute = optional.get();
            }
            compared++;
            SourceEntry given = entry.orElseThrow();
            compare((Located<?>) attribute, path + '.' + key, given.key().range(), given.value());
        }
        assertThat(compared).as(path).isEqualTo(mapping.entries().size());
    }

    private static void compareConfig(ConfigValue config, String path, SourceNode node)
            throws ReflectiveOperationException {
        if (config instanceof ConfigValue.Entries entries) {
            compareEntries(entries.entries(), path, (SourceMapping) node);
        } else if (config instanceof ConfigValue.Items items) {
            compareValue(items.items(), path, node);
        } else if (config instanceof ConfigValue.Numeral numeral) {
            assertThat(numeral.written()).isEqualTo(((SourceScalar) node).text());
            assertThat(numeral.value()).isEqualTo(numeral.written());
        } else {
            Object value = config instanceof ConfigValue.Bool bool ? bool.value() : ((ConfigValue.Text) config).value();
            assertThat(value.toString()).isEqualTo(((SourceScalar) node).text());
        }
    }

    private static String text(Object value) {
        return value instanceof AxisValue axis ? axis.text() : value.toString();
    }

    private static Object invoke(Object value, String method) throws ReflectiveOperationException {
        return value.getClass().getInterfaces()[0].getMethod(method).invoke(value);
    }

    private static SourceMapping section(SourceDocument document, String key) {
        return (SourceMapping)
                ((SourceMapping) document.root()).find(key).orElseThrow().value();
    }

    private static <T> void compareFields(Decoder<T> decoder, T value, SourceNode node) {
        if (decoder instanceof Shape<T, ?> shape) {
            for (SourceEntry entry : ((SourceMapping) node).entries()) {
                compareField(
                        Objects.requireNonNull(shape.fields().get(entry.key().text())), value, entry);
            }
        } else if (decoder instanceof Decoder.Items<?> items) {
            compareItems(items, (List<?>) value, (SourceSequence) node);
        } else if (decoder instanceof Choice<T> choice) {
            assertThat(choice.all().filter(way -> way.getter().apply(value).isPresent()))
                    .isNotEmpty();
        }
    }

    private static <T, V> void compareField(Field<T, ?, V> field, T value, SourceEntry entry) {
        Located<V> found = field.getter().apply(value).orElseThrow();
        assertThat(found.place().key()).as(field.name()).isEqualTo(entry.key().range());
        compareFields(field.decoder(), found.value(), entry.value());
    }

    @SuppressWarnings("unchecked") // the list came from this decoder
    private static <V> void compareItems(Decoder.Items<V> items, List<?> values, SourceSequence sequence) {
        for (int i = 0; i < values.size(); i++) {
            compareFields(
                    items.item(),
                    ((Located<V>) values.get(i)).value(),
                    sequence.items().get(i));
        }
    }
}
