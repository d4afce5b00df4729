// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** The properties of {@link CompilerPropertyTest} and {@link EmittedTreesTest} over many specifications: {@code -Dproperties=full}. */
@EnabledIfSystemProperty(named = "properties", matches = "full")
final class ManySpecsTest {
    private static final int SPECIFICATIONS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPropertyHolds(long seed) {
        CompilerPropertyTest compiler = new CompilerPropertyTest();
        EmittedTreesTest trees = new EmittedTreesTest();
        List<BiConsumer<Spec, Random>> properties = List.of(
                (spec, random) -> compiler.equal_input_gives_equal_bytes_whatever_the_instance(spec),
                compiler::the_order_of_keys_changes_no_byte,
                compiler::the_order_and_division_of_sources_change_no_byte,
                (spec, random) -> compiler.line_ends_and_json_in_place_of_yaml_change_no_byte(spec),
                (spec, random) -> compiler.locale_and_time_zone_of_the_machine_change_nothing(spec),
                (spec, random) -> compiler.image_build_packs_and_profile_name_one_release(spec),
                (spec, random) -> compiler.paths_are_portable_and_every_line_has_an_origin(spec),
                (spec, random) -> compiler.secrets_stand_in_files_of_mode_0600_alone(spec),
                compiler::a_broken_specification_gives_findings_in_order_and_the_same_from_a_check,
                (spec, random) -> trees.every_leaf_has_an_origin_that_leads_somewhere(spec),
                (spec, random) -> trees.every_yaml_file_reads_back_to_its_tree(spec),
                (spec, random) -> trees.every_other_file_reads_back_to_its_tree(spec));
        Random random = new Random(seed);
        for (int i = 0; i < SPECIFICATIONS; i++) {
            Spec spec = Specs.of(random);
            properties.forEach(property -> check(property, spec, random));
        }
    }

    private static void check(BiConsumer<Spec, Random> property, Spec spec, Random random) {
        try {
            property.accept(spec, random);
        } catch (TestAbortedException e) {
            // One in ten does not compile; how many is held elsewhere.
            return;
        }
    }
}
