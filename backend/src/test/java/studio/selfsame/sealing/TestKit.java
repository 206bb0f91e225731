package studio.selfsame.sealing;

import java.util.Set;
import studio.selfsame.sealing.c2pa.Trust;

/** Reads marks of a key that nobody else has, and trusts nobody. */
public final class TestKit {
    private TestKit() {}

    public static ReadingKit fresh() {
        return new ReadingKit(MarkKeyFile.fresh("test-1"), new Trust(Set.of(), Set.of()));
    }
}
