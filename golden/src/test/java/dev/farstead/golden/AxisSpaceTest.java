// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisSpace;
import dev.farstead.schemas.Catalogue;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pins the judgement of every combination of all axes: how many break each constraint, and a digest over all. */
final class AxisSpaceTest {
    private static final Path FILE = Path.of("src/test/resources/dev/farstead/golden/axis-space.txt");

    private final AxisSpace space = new AxisSpace(Catalogue.bundled().axes());
    private final List<AxisConstraint> constraints = space.table().constraints();
    private final long[] broken = new long[constraints.size()];
    private long combinations;
    private long possible;
    private long clean;

    @Test
    void theSpaceIsTheOneThatWasRead() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
        space.visit(space.unknown(), combination -> {
            long bits = space.broken(combination);
            count(combination, bits);
            bytes.clear();
            digest.update(bytes.putLong(bits).array());
        });
        StringBuilder text = new StringBuilder();
        text.append("combinations ").append(combinations).append('\n');
        text.append("without error ").append(possible).append('\n');
        text.append("without warning ").append(clean).append('\n');
        for (int i = 0; i < broken.length; i++) {
            text.append(constraints.get(i).code()).append(' ').append(broken[i]).append('\n');
        }
        text.append("digest ").append(HexFormat.of().formatHex(digest.digest())).append('\n');
        Pinned.holds(FILE, text.toString());
    }

    private void count(int[] combination, long bits) {
        combinations++;
        possible += space.isValid(combination) ? 1 : 0;
        clean += bits == 0 ? 1 : 0;
        for (int i = 0; i < broken.length; i++) {
            broken[i] += bits >> i & 1;
        }
    }
}
