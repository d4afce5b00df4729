// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.model.output.Delivery;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputFileWriterTest {
    private static final SecretSource GIVEN = (site, name) ->
            site.equals("store") && name.equals("token") ? Optional.of(Secret.of("s3cr3t\nvalue")) : Optional.empty();

    private static OutputFile file(OutputContent content) {
        return new OutputFile("sites/store/user-data", Delivery.MEDIUM, "the agent", 0644, content);
    }

    private static OutputContent withSecrets() {
        OutputMap tree = OutputMap.builder(Trees.ORIGIN)
                .put("token", new OutputSecret("store", "token", Trees.ORIGIN))
                .put("again", Trees.embedded(Trees.list(new OutputSecret("store", "token", Trees.ORIGIN))))
                .put("hash", new OutputSecret("store", "admin hash:1", Trees.ORIGIN))
                .build();
        return new OutputContent.Yaml(Optional.of("#cloud-config"), tree);
    }

    private static String text(WrittenFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void secrets_are_revealed_in_the_bytes_alone() {
        WrittenFile written = OutputFileWriter.write(file(withSecrets()), GIVEN);
        assertThat(text(written)).isEqualTo("""
            #cloud-config
            token: "s3cr3t\\nvalue"
            again: |
              - "s3cr3t\\nvalue"
            hash: "$secret-not-given$admin-hash-1"
            """);
        assertThat(written.secrets()).containsExactly("admin hash:1", "token");
        assertThat(written.openSecrets()).containsExactly("admin hash:1");
        assertThat(written.mode()).isEqualTo(0600);
        assertThat(written.toString()).doesNotContain("s3cr3t");
        assertThat(new WrittenText(text(written), text(written), written.lineOrigins()).toString())
                .doesNotContain("s3cr3t");
    }

    @Test
    void the_digest_is_that_of_the_form_with_references_whatever_the_secrets_are() throws NoSuchAlgorithmException {
        OutputFile file = file(withSecrets());
        String reference = """
            #cloud-config
            token: "secret:token"
            again: |
              - "secret:token"
            hash: "secret:admin hash:1"
            """;
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
        String expected = "sha256:" + HexFormat.of().formatHex(digest);
        assertThat(OutputFileWriter.write(file, GIVEN).digest()).isEqualTo(expected);
        assertThat(OutputFileWriter.write(file, SecretSource.none()).digest()).isEqualTo(expected);
    }

    @Test
    void a_secret_that_a_format_cannot_carry_is_refused_without_being_shown() {
        OutputContent content =
                new OutputContent.Arg(Trees.map("KEY", new OutputSecret("store", "token", Trees.ORIGIN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutputFileWriter.write(file(content), GIVEN))
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void a_file_without_secrets_keeps_its_mode_and_is_described_as_given() {
        WrittenFile written =
                OutputFileWriter.write(file(new OutputContent.Json(Trees.text("\u00E9"))), SecretSource.none());
        assertThat(written.path()).isEqualTo("sites/store/user-data");
        assertThat(written.delivery()).isEqualTo(Delivery.MEDIUM);
        assertThat(written.consumer()).isEqualTo("the agent");
        assertThat(written.mode()).isEqualTo(0644);
        assertThat(written.size()).isEqualTo(5).isEqualTo(written.bytes().length);
        assertThat(written.secrets()).isEmpty();
        assertThat(written.openSecrets()).isEmpty();
        assertThat(written.lineOrigins()).containsExactly(Trees.ORIGIN);
    }

    @Test
    void the_digest_of_an_empty_file_is_that_of_no_bytes() {
        WrittenFile written = OutputFileWriter.write(file(new OutputContent.Empty()), SecretSource.none());
        assertThat(written.size()).isZero();
        assertThat(written.lineOrigins()).isEmpty();
        assertThat(written.digest())
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void the_media_type_follows_from_the_content() {
        OutputMap tree = Trees.map("A", Trees.text("b"));
        assertThat(List.of(
                                withSecrets(),
                                new OutputContent.Yaml(Optional.empty(), tree),
                                new OutputContent.Yaml(Optional.of("# a"), tree),
                                new OutputContent.Json(tree),
                                new OutputContent.Arg(tree),
                                new OutputContent.Environment(tree),
                                new OutputContent.Documents(List.of(tree)),
                                new OutputContent.ServiceEnvironment(tree),
                                new OutputContent.Markdown(List.of()),
                                new OutputContent.Empty())
                        .stream()
                        .map(content ->
                                OutputFileWriter.write(file(content), GIVEN).mediaType()))
                .containsExactly(
                        "text/cloud-config",
                        "application/yaml",
                        "application/yaml",
                        "application/json",
                        "text/plain",
                        "text/plain",
                        "application/yaml",
                        "text/plain",
                        "text/markdown",
                        "text/plain");
    }

    @Test
    void documents_are_parted_by_dashes_and_each_line_has_an_origin() {
        OutputMap tree = Trees.map("a", Trees.text("b"));
        WrittenFile written = OutputFileWriter.write(
                file(new OutputContent.Documents(List.of(tree, tree, tree))), SecretSource.none());
        assertThat(text(written)).isEqualTo("a: b\n---\na: b\n---\na: b\n");
        assertThat(written.lineOrigins()).hasSize(5).containsOnly(Trees.ORIGIN);
    }

    @Test
    void variables_of_a_service_stand_in_quotes_in_its_section() {
        OutputMap tree = Trees.map("HTTP_PROXY", Trees.text("http://a b:1"));
        WrittenFile written =
                OutputFileWriter.write(file(new OutputContent.ServiceEnvironment(tree)), SecretSource.none());
        assertThat(text(written)).isEqualTo("[Service]\nEnvironment=\"HTTP_PROXY=http://a b:1\"\n");
        assertThat(written.lineOrigins()).hasSize(2);
        OutputMap quoted = Trees.map("A", Trees.text("say \"no\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutputFileWriter.write(
                        file(new OutputContent.ServiceEnvironment(quoted)), SecretSource.none()));
    }

    @Test
    void the_bytes_cannot_be_changed_from_outside() {
        WrittenFile written = OutputFileWriter.write(file(withSecrets()), GIVEN);
        written.bytes()[0] = 'x';
        assertThat(text(written)).startsWith("#cloud-config");
    }

    @Test
    void half_a_surrogate_pair_and_a_path_that_leaves_the_set_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutputFileWriter.write(
                        file(new OutputContent.Json(Trees.text("\uD83D"))), SecretSource.none()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutputFileWriter.write(
                        new OutputFile("../a", Delivery.PEOPLE, "x", 0644, new OutputContent.Empty()),
                        SecretSource.none()));
    }
}
