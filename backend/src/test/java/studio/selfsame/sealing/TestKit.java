package studio.selfsame.sealing;

import java.util.Set;
import studio.selfsame.sealing.c2pa.Trust;

/** Reads marks of the tests' key, always the same one so that what can be read stays so, and trusts nobody. */
public final class TestKit {
    private TestKit() {}

    public static ReadingKit open() {
        return new ReadingKit("test-1 " + "c4".repeat(32), new Trust(Set.of(), Set.of()));
    }
}
