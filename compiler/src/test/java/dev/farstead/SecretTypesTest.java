// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.spec.SecretRef;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An attribute whose name says that it holds a secret has a type that says so too, and does not show it. */
class SecretTypesTest {
    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(password|passwd|passphrase|token|secret|key|credential|psk|hash|auth).*", Pattern.CASE_INSENSITIVE);

    /** Names that only look like it, and why. */
    private static final Map<String, String> NO_SECRETS = Map.of(
            "User.sshAuthorizedKeys", "public keys",
            "ResolvedUser.sshAuthorizedKeys", "public keys");

    /** What would be found if somebody added it. */
    interface LooseLogin {
        String password();

        List<String> joinTokens();

        SecretRef passwordHash();
    }

    @Test
    void every_attribute_that_looks_like_a_secret_is_typed_as_one() {
        List<String> untyped = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(
                                "dev.farstead.model.spec", "dev.farstead.compiler.resolve", "dev.farstead.model.output")
                        .stream()
                        .filter(type -> !type.getSimpleName().startsWith("Immutable"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT) || type.isRecord())
                        .map(JavaClass::reflect)
                        .flatMap(SecretTypesTest::untyped)
                        .sorted()
                        .toList();

        assertThat(untyped).containsExactlyInAnyOrderElementsOf(NO_SECRETS.keySet());
    }

    @Test
    void a_loose_attribute_is_found() {
        assertThat(untyped(LooseLogin.class)).containsExactlyInAnyOrder("LooseLogin.password", "LooseLogin.joinTokens");
    }

    @Test
    void a_secret_does_not_show_itself() {
        Secret secret = Secret.of(Canary.WORD);

        assertThat(Canary.sings(secret.toString() + List.of(secret))).isFalse();
        assertThat(secret).isNotEqualTo(Secret.of(Canary.WORD));
    }

    private static Stream<String> untyped(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && !method.getName().equals("hashCode"))
                .filter(method -> SECRET_NAME.matcher(method.getName()).matches() && !isTyped(method))
                .map(method -> type.getSimpleName() + '.' + method.getName());
    }

    /** A question about it is no attribute. */
    private static boolean isTyped(Method method) {
        String type = method.getGenericReturnType().getTypeName();
        return type.contains(SecretRef.class.getName())
                || type.contains(Secret.class.getName())
                || method.getReturnType() == boolean.class;
    }
}
