package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every object store keeps. */
interface ObjectStoreContract {
    ObjectStore store() throws IOException;

    @Test
    default void put_thenOpened_givesTheSameBytes() throws IOException {
        var bytes = random(100_000);
        put("likeness/one/model", bytes);

        assertThat(read("likeness/one/model")).isEqualTo(bytes);
    }

    @Test
    default void put_ofNothing_isAnEmptyObject() throws IOException {
        put("empty", new byte[0]);

        assertThat(store().exists(new ObjectKey("empty"))).isTrue();
        assertThat(read("empty")).isEmpty();
    }

    @Test
    default void put_again_replaces() throws IOException {
        put("a", random(10));
        var second = random(20);
        put("a", second);

        assertThat(read("a")).isEqualTo(second);
    }

    @Test
    default void put_ofManyMegabytes_canBeReadAnywhere() throws IOException {
        var bytes = random((17 << 20) + 5);
        put("large", bytes);

        try (var channel = store().open(new ObjectKey("large"))) {
            assertThat(channel.size()).isEqualTo(bytes.length);
            for (int start : new int[] {bytes.length - 7, 0, (8 << 20) - 3, 1 << 20}) {
                var some = ByteBuffer.allocate(7);
                channel.position(start);
                while (some.hasRemaining()) {
                    channel.read(some);
                }
                assertThat(some.array()).isEqualTo(Arrays.copyOfRange(bytes, start, start + 7));
                assertThat(channel.position()).isEqualTo(start + 7);
            }
            channel.position(bytes.length);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    default void put_thatThrows_keepsNothingAndWhatWasThere() throws IOException {
        var before = random(50);
        put("kept", before);

        for (var key : new String[] {"kept", "new"}) {
            assertThatThrownBy(() -> store().put(new ObjectKey(key), out -> {
                        out.write(new byte[9 << 20]);
                        throw new IOException("camera unplugged");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("camera unplugged");
        }
        assertThat(read("kept")).isEqualTo(before);
        assertThat(store().exists(new ObjectKey("new"))).isFalse();
    }

    @Test
    default void open_ofNothing_saysSo() {
        assertThatThrownBy(() -> store().open(new ObjectKey("nowhere")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("nowhere");
    }

    @Test
    default void delete_twice_isQuiet() throws IOException {
        put("gone", random(1));
        store().delete(new ObjectKey("gone"));
        store().delete(new ObjectKey("gone"));

        assertThat(store().exists(new ObjectKey("gone"))).isFalse();
    }

    @Test
    default void deleteAll_ofAPrefix_leavesItsNeighbours() throws IOException {
        for (var key : new String[] {"a/b/c", "a/b/d/e", "a/bc"}) {
            put(key, random(3));
        }
        assertThat(store().isEmpty(new ObjectKey("a/b"))).isFalse();
        store().deleteAll(new ObjectKey("a/b"));
        store().deleteAll(new ObjectKey("never/was"));

        assertThat(store().isEmpty(new ObjectKey("a/b"))).isTrue();
        assertThat(store().isEmpty(new ObjectKey("never/was"))).isTrue();
        assertThat(store().isEmpty(new ObjectKey("a"))).isFalse();

        assertThat(store().exists(new ObjectKey("a/bc"))).isTrue();
        for (var key : new String[] {"a/b/c", "a/b/d/e"}) {
            assertThat(store().exists(new ObjectKey(key))).as(key).isFalse();
        }
    }

    default void put(String key, byte[] bytes) throws IOException {
        store().put(new ObjectKey(key), out -> out.write(bytes));
    }

    default byte[] read(String key) throws IOException {
        try (var channel = store().open(new ObjectKey(key))) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
