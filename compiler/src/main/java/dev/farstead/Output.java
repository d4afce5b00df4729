// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.output.Delivery;
import java.util.List;

/** A file of an output set. Immutable; compared by identity, and its {@code toString} shows nothing of the content. */
public final class Output {
    private final WrittenFile file;

    Output(WrittenFile file) {
        this.file = file;
    }

    /**
     * Returns the path.
     *
     * @return relative, with {@code /}, without {@code ..}; unique in its set ignoring case
     */
    public String path() {
        return file.path();
    }

    /**
     * Returns who takes the file.
     *
     * @return the delivery
     */
    public Delivery delivery() {
        return file.delivery();
    }

    /**
     * Returns what reads the file.
     *
     * @return the program or person, in a few words
     */
    public String consumer() {
        return file.consumer();
    }

    /**
     * Returns the media type.
     *
     * @return such as {@code application/yaml}
     */
    public String mediaType() {
        return file.mediaType();
    }

    /**
     * Returns the permissions that the file is to have.
     *
     * @return POSIX bits; 0600 for a file with secrets
     */
    public int mode() {
        return file.mode();
    }

    /**
     * Returns the content.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return file.bytes();
    }

    /**
     * Returns the number of bytes.
     *
     * @return the size
     */
    public int size() {
        return file.size();
    }

    /**
     * Returns the digest of the form in which each secret stands as the name of its reference.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public String digest() {
        return file.digest();
    }

    /**
     * Returns the secrets that the file holds or waits for.
     *
     * @return names of secrets
     */
    public List<String> secrets() {
        return file.secrets();
    }

    /**
     * Returns the secrets that are still open: a text that its consumer refuses stands in their place.
     *
     * @return names of secrets
     */
    public List<String> openSecrets() {
        return file.openSecrets();
    }

    /**
     * Returns where each line comes from.
     *
     * @return one origin for each line, the first line first
     */
    public List<Origin> lineOrigins() {
        return file.lineOrigins();
    }

    @Override
    public String toString() {
        return "Output[" + path() + ", " + size() + " bytes, " + digest() + "]";
    }
}
