// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.farstead.model.finding.Finding;
import dev.farstead.schemas.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the architecture of the design: the direction of the passes, who may see which library, and what the library never touches. */
final class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.farstead");

    private static final String COMPILER = "dev.farstead.compiler.";

    /** The passes and the types between them, each with what it may not import: all that comes after it. */
    private static final List<String> PASSES = List.of(
            COMPILER + "read",
            COMPILER + "structure",
            COMPILER + "bind",
            COMPILER + "resolve",
            COMPILER + "check",
            COMPILER + "emit.tree",
            COMPILER + "emit",
            COMPILER + "preview",
            COMPILER + "write",
            "dev.farstead");

    /** What every pass may use, and what uses no pass. */
    private static final List<String> LEAVES = List.of(COMPILER + "net", COMPILER + "spelling");

    private static final List<Module> MODULES = Stream.of(Farstead.class, Finding.class, Catalogue.class)
            .map(Class::getModule)
            .toList();

    /** The packages that our modules export to every host. */
    private static final Set<String> API = MODULES.stream()
            .map(module -> Objects.requireNonNull(module.getDescriptor()))
            .flatMap(module -> module.exports().stream())
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toUnmodifiableSet());

    /** What may stand in a public signature: the JDK, and what our modules export to every host. */
    private static final DescribedPredicate<JavaClass> PUBLIC_TYPES = describe(
            "types of the JDK and of what is exported to all",
            type -> type.isPrimitive()
                    || type.getPackageName().startsWith("java.")
                    || API.contains(type.getPackageName()));

    /** On a module path this is all that a host's editor offers. */
    @Test
    void theApiIsTheFacadeAndWhatItGivesAndTakes() {
        assertThat(API)
                .containsExactlyInAnyOrder(
                        "dev.farstead",
                        "dev.farstead.model.finding",
                        "dev.farstead.model.origin",
                        "dev.farstead.model.output",
                        "dev.farstead.model.secret",
                        "dev.farstead.model.source");
    }

    @Test
    void everyModuleCarriesTheLicence() throws IOException {
        byte[] licence = Files.readAllBytes(Path.of("../LICENSE"));
        for (Module module : MODULES) {
            try (InputStream carried = Objects.requireNonNull(module.getResourceAsStream("META-INF/LICENSE"))) {
                assertThat(carried.readAllBytes()).as(module.getName()).isEqualTo(licence);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aPassImportsOnlyThoseBeforeIt() {
        return PASSES.stream()
                .map(pass -> DynamicTest.dynamicTest(pass, () -> {
                    String[] later = PASSES.subList(PASSES.indexOf(pass) + 1, PASSES.size())
                            .toArray(String[]::new);
                    if (later.length == 0) {
                        // The façade is last: nothing is left that it may not import. That it is seen at all is all
                        // there is to ask.
                        assertThat(LIBRARY.contain(Farstead.class)).isTrue();
                        return;
                    }
                    noClasses()
                            .that()
                            .resideInAPackage(pass)
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(later))
                            .check(LIBRARY);
                }));
    }

    @Test
    void everyPackageOfTheCompilerIsAPassOrALeaf() {
        Stream<String> packages = LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.equals("dev.farstead") || name.startsWith(COMPILER))
                .distinct();
        assertThat(packages)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(PASSES.stream(), LEAVES.stream()).toList());
    }

    @Test
    void leavesUseNoPass() {
        noClasses()
                .that(resideInAnyPackage(LEAVES.toArray(String[]::new)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(PASSES.toArray(String[]::new)))
                .check(LIBRARY);
    }

    @Test
    void theModelDependsOnNothingOfOursAndTheSchemasOnTheModelAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.farstead.model..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.farstead", COMPILER + ".", "dev.farstead.schemas.."))
                .check(LIBRARY);
        noClasses()
                .that()
                .resideInAPackage("dev.farstead.schemas..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.farstead", COMPILER + "."))
                .check(LIBRARY);
    }

    /** Who may see a library, so that each can be changed in one place. */
    @TestFactory
    Stream<DynamicTest> aLibraryIsSeenOnlyWhereItIsNeeded() {
        return Stream.of(
                seen("SnakeYAML", "org.yaml.snakeyaml..", COMPILER + "read"),
                seen("Jackson's tree", "com.fasterxml.jackson.databind..", COMPILER + "structure"),
                seen(
                        "Jackson's streams",
                        "com.fasterxml.jackson.core..",
                        COMPILER + "read",
                        COMPILER + "structure",
                        "dev.farstead.schemas"),
                seen("networknt", "com.networknt..", COMPILER + "structure"),
                seen("Vavr", "io.vavr..", COMPILER + "resolve", COMPILER + "check", COMPILER + "emit"),
                seen("ipaddress", "inet.ipaddr..", COMPILER + "net"));
    }

    private static DynamicTest seen(String library, String packages, String... users) {
        return DynamicTest.dynamicTest(library, () -> {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(users)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(packages)
                    .check(LIBRARY);
            assertThat(LIBRARY.that(resideInAnyPackage(users)).stream())
                    .as("a library that nobody uses needs no rule")
                    .anyMatch(user -> user.getDirectDependenciesFromSelf().stream()
                            .anyMatch(dependency -> resideInAnyPackage(packages).test(dependency.getTargetClass())));
        });
    }

    @Test
    void theLibraryTouchesNothingButItsInput() {
        noClasses().should(touch("the machine", Purity::isTouch)).check(LIBRARY);
    }

    @Test
    void everyTouchOfTheMachineIsSeen() {
        JavaClass impure = new ClassFileImporter().importClass(Impure.class);
        assertThat(impure.getMethods())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getAccessesFromSelf().stream())
                        .as(method.getName())
                        .anyMatch(Purity::isTouch));
    }

    private static ArchCondition<JavaClass> touch(
            String what, java.util.function.Predicate<com.tngtech.archunit.core.domain.JavaAccess<?>> isTouch) {
        return new ArchCondition<>("touch " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(isTouch)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    @Test
    void exportedSignaturesUseTypesOfTheJdkAndOurOwn() {
        codeUnits()
                .that(areOpen())
                .and()
                .areDeclaredInClassesThat(resideInAnyPackage(API.toArray(String[]::new)))
                .should(useOnlyPublicTypes())
                .check(LIBRARY);
        fields().that(areOpen())
                .and()
                .areDeclaredInClassesThat(resideInAnyPackage(API.toArray(String[]::new)))
                .should(beOfPublicType())
                .check(LIBRARY);
    }

    private static DescribedPredicate<HasModifiers> areOpen() {
        return describe("are public or protected in a public class", member -> {
            boolean open = member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED);
            boolean generated = member.getModifiers().contains(JavaModifier.SYNTHETIC)
                    || member.getModifiers().contains(JavaModifier.BRIDGE);
            return open && !generated && isReachable(owner(member));
        });
    }

    private static JavaClass owner(HasModifiers member) {
        return member instanceof JavaCodeUnit unit ? unit.getOwner() : ((JavaField) member).getOwner();
    }

    /** A nested class is as reachable as what it stands in. */
    private static boolean isReachable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isReachable).orElse(true);
    }

    private static ArchCondition<JavaCodeUnit> useOnlyPublicTypes() {
        return new ArchCondition<>("use only " + PUBLIC_TYPES.getDescription()) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.of(
                                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                                unit.getParameterTypes().stream()
                                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()),
                                unit.getThrowsClause().getTypes().stream(),
                                unit.getTypeParameters().stream()
                                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()))
                        .flatMap(types -> types)
                        .map(JavaClass::getBaseComponentType)
                        .distinct()
                        .forEach(type -> events.add(new SimpleConditionEvent(
                                unit, PUBLIC_TYPES.test(type), unit.getFullName() + " names " + type.getName())));
            }
        };
    }

    private static ArchCondition<JavaField> beOfPublicType() {
        return new ArchCondition<>("be of " + PUBLIC_TYPES.getDescription()) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                field.getType().getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .forEach(type -> events.add(new SimpleConditionEvent(
                                field, PUBLIC_TYPES.test(type), field.getFullName() + " is of " + type.getName())));
            }
        };
    }

    @Test
    void aClassOfTheCompilerIsPublicOnlyForAnotherPackage() {
        classes()
                .that()
                .resideInAPackage(COMPILER + ".")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(
                        new ArchCondition<>(
                                "be used by another package, or stand in a signature that another one uses") {
                            @Override
                            public void check(JavaClass item, ConditionEvents events) {
                                boolean used = isUsedElsewhere(item)
                                        || item.getPackage().getClasses().stream()
                                                .filter(ArchitectureTest::isUsedElsewhere)
                                                .anyMatch(other -> names(other, item));
                                events.add(
                                        new SimpleConditionEvent(item, used, item.getName() + " is public for nobody"));
                            }
                        })
                .check(LIBRARY);
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(dependency ->
                        !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean names(JavaClass owner, JavaClass type) {
        return owner.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(unit -> Stream.concat(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream()
                                .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())))
                .anyMatch(type::equals);
    }

    @Test
    void aNameSaysWhatAClassIs() {
        noClasses()
                .should()
                .haveSimpleNameContaining("Util")
                .orShould()
                .haveSimpleNameContaining("Helper")
                .orShould()
                .haveSimpleNameContaining("Manager")
                .orShould()
                .haveSimpleNameContaining("Processor")
                .check(LIBRARY);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..")
                .check(LIBRARY);
    }
}
