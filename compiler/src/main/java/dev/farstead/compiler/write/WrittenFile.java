// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.output.Delivery;
import dev.farstead.model.secret.SecretSource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file of an output set as bytes, with what an index says about it. Immutable; its {@code toString} shows nothing of the content. */
public final class WrittenFile {
    private static final int SECRET_MODE = 0600;

    private final String path;
    private final Delivery delivery;
    private final String consumer;
    private final String mediaType;
    private final int mode;
    private final byte[] bytes;
    private final String digest;
    private final List<String> secrets;
    private final List<String> openSecrets;
    private final List<Origin> lineOrigins;
    private final Map<String, Origin> secretOrigins;
    private final Origin origin;

    /** Keeps the given array: the caller must not change it. */
    WrittenFile(
            OutputFile file, String mediaType, byte[] bytes, String digest, SecretUse use, List<Origin> lineOrigins) {
        this.path = file.path();
        this.delivery = file.delivery();
        this.consumer = file.consumer();
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.digest = digest;
        this.secrets = use.names();
        this.openSecrets = use.open();
        this.mode = secrets.isEmpty() ? file.mode() : SECRET_MODE;
        this.lineOrigins = lineOrigins;
        this.secretOrigins = use.origins();
        this.origin = file.origin();
    }

    /**
     * Joins the parts of a file without secrets.
     *
     * @param file what an index would say about it; its content is not looked at
     * @param mediaType kind of the content
     * @param parts the parts in order
     * @return the file
     */
    public static WrittenFile of(OutputFile file, String mediaType, List<WrittenPart> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Origin> origins = new ArrayList<>();
        for (WrittenPart part : parts) {
            bytes.writeBytes(part.bytes());
            origins.addAll(part.lineOrigins());
        }
        byte[] whole = bytes.toByteArray();
        return new WrittenFile(
                file,
                mediaType,
                whole,
                Digests.sha256(whole),
                new SecretUse(SecretSource.none()),
                List.copyOf(origins));
    }

    /**
     * Returns where the file stands.
     *
     * @return the path within the output set, relative, with {@code /}
     */
    public String path() {
        return path;
    }

    /**
     * Returns who takes the file.
     *
     * @return the delivery
     */
    public Delivery delivery() {
        return delivery;
    }

    /**
     * Returns who reads the file.
     *
     * @return a program or person in a few words
     */
    public String consumer() {
        return consumer;
    }

    /**
     * Returns the kind of the content.
     *
     * @return a media type without parameters
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns the permissions.
     *
     * @return POSIX permission bits: those asked for, or {@code 0600} if the file has secrets, open ones too
     */
    public int mode() {
        return mode;
    }

    /**
     * Returns the content.
     *
     * @return a copy of the bytes, UTF-8 without byte order mark
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns the size of the content.
     *
     * @return the number of bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * Returns a digest that tells nothing about secrets.
     *
     * @return {@code sha256:} and 64 lower-case hexadecimal digits, taken over the content in which each secret stands as
     *     {@code secret:<name>}
     */
    public String digest() {
        return digest;
    }

    /**
     * Returns the secrets that the file holds or will hold.
     *
     * @return names in order, without repetition
     */
    public List<String> secrets() {
        return secrets;
    }

    /**
     * Returns the secrets that were not given; a placeholder stands for each.
     *
     * @return names in order, without repetition
     */
    public List<String> openSecrets() {
        return openSecrets;
    }

    /**
     * Returns where each line comes from.
     *
     * @return the origins; that of line 1 stands at index 0
     */
    public List<Origin> lineOrigins() {
        return lineOrigins;
    }

    /**
     * Returns where it comes from that there is such a file.
     *
     * @return the origin
     */
    public Origin origin() {
        return origin;
    }

    /**
     * Returns where a secret is asked for.
     *
     * @param name one of {@link #secrets}
     * @return the origins of all lines that hold it
     */
    public Origin secretOrigin(String name) {
        return Objects.requireNonNull(secretOrigins.get(name), name);
    }

    @Override
    public String toString() {
        return "WrittenFile[" + path + ", " + bytes.length + " bytes, " + digest + "]";
    }
}
