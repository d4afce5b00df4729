// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Readers of YAML 1.1 and 1.2, by name. */
final class YamlReaders {
    /** Readers that type scalars. */
    static final Map<String, Function<String, Object>> ALL = all();

    private YamlReaders() {}

    private static Map<String, Function<String, Object>> all() {
        Map<String, Function<String, Object>> readers = new LinkedHashMap<>();
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        readers.put("SnakeYAML", text -> Trees.normal(new Yaml(new SafeConstructor(options)).load(text)));
        readers.put("Engine, JSON schema", engine(new JsonSchema()));
        readers.put("Engine, core schema", engine(new CoreSchema()));
        return readers;
    }

    private static Function<String, Object> engine(Schema schema) {
        LoadSettings settings = LoadSettings.builder().setSchema(schema).build();
        return text -> Trees.normal(new Load(settings).loadFromString(text));
    }
}
