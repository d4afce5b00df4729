// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the YAML files named on standard input, one path a line, with SnakeYAML and prints one line of typed JSON for
 * each, in the form of {@code go/typed}. Run as a single source file with the SnakeYAML jar on the class path.
 */
public final class ReadYaml {
    private ReadYaml() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            out.println(answer(path));
        }
        out.flush();
    }

    private static String answer(String path) {
        String head = "{\"path\":" + quoted(path);
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Yaml yaml = new Yaml(new SafeConstructor(options));
            Iterable<Object> documents = yaml.loadAll(Files.readString(Path.of(path)));
            return StreamSupport.stream(documents.spliterator(), false)
                    .map(ReadYaml::node)
                    .collect(Collectors.joining(",", head + ",\"docs\":[", "]}"));
        } catch (YAMLException | IOException fault) {
            return head + ",\"error\":" + quoted(String.valueOf(fault.getMessage())) + "}";
        }
    }

    private static String node(Object value) {
        if (value == null) {
            return "[\"null\"]";
        }
        if (value instanceof String text) {
            return typed("str", quoted(text));
        }
        if (value instanceof Boolean) {
            return typed("bool", value.toString());
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return typed("int", quoted(value.toString()));
        }
        if (value instanceof Double number) {
            return typed("float", quoted(String.format("%016x", Double.doubleToLongBits(number))));
        }
        if (value instanceof Date date) {
            return typed("time", quoted(date.toInstant().toString()));
        }
        if (value instanceof List<?> items) {
            return typed("list", items.stream().map(ReadYaml::node).collect(Collectors.joining(",", "[", "]")));
        }
        if (value instanceof Map<?, ?> map) {
            return typed("map", map.entrySet().stream()
                    .map(entry -> "[" + node(entry.getKey()) + "," + node(entry.getValue()) + "]")
                    .collect(Collectors.joining(",", "[", "]")));
        }
        return typed(value.getClass().getSimpleName(), quoted(value.toString()));
    }

    private static String typed(String type, String json) {
        return "[\"" + type + "\"," + json + "]";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
