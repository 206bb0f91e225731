package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is marked already is not marked again. */
class AlreadyMarkedTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int LONG = 4 * TestScene.FPS;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void mark_ofMarkedFrames_isRefusedWithTheIdThatIsThere(int id) {
        byte[][] marked = marked(id, LONG);
        PictureEmbedder second = embedder(1, 7);
        assertThatThrownBy(() -> markAll(second, marked))
                .isInstanceOfSatisfying(
                        AlreadyMarkedException.class,
                        refusal -> assertThat(refusal.payload()).isEqualTo(TestKeys.payload(id)));
    }

    @Test
    void mark_ofTheFrameThatMakesItCertain_leavesItAsItIs() {
        byte[][] marked = marked(1, LONG);
        PictureEmbedder second = embedder(1, 1);
        for (int frame = 0; frame < marked.length; frame++) {
            byte[] before = marked[frame].clone();
            try {
                second.mark(marked[frame], TestScene.timeUs(frame));
            } catch (AlreadyMarkedException refusal) {
                assertThat(marked[frame]).isEqualTo(before);
                return;
            }
        }
        assertThat(false).as("refused").isTrue();
    }

    @Test
    void finish_ofAMarkedClipTooShortToBeTriedBefore_isRefused() {
        byte[][] marked = marked(1, 7 * TestScene.FPS / 4);
        PictureEmbedder second = embedder(1, 2);
        markAll(second, marked);
        assertThatThrownBy(second::finish).isInstanceOf(AlreadyMarkedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void mark_ofUnmarkedFrames_isNeverRefused(int seed) {
        PictureEmbedder embedder = embedder(1, 1);
        assertThatCode(() -> {
                    markAll(embedder, plain(seed, LONG));
                    embedder.finish();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void mark_ofFramesMarkedUnderAnotherKey_isNotRefused() {
        PictureEmbedder embedder = embedder(2, 1);
        assertThatCode(() -> {
                    markAll(embedder, marked(1, LONG));
                    embedder.finish();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void mark_afterTheEnd_isRefused() {
        PictureEmbedder embedder = embedder(1, 1);
        embedder.finish();
        assertThatThrownBy(() -> embedder.mark(new byte[WIDTH * HEIGHT], 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(embedder::finish).isInstanceOf(IllegalStateException.class);
    }

    private static PictureEmbedder embedder(int key, int id) {
        return WatermarkEmbedder.create(TestKeys.key(key), TestKeys.payload(id))
                .picture(PictureFormat.of(WIDTH, HEIGHT));
    }

    private static byte[][] plain(int seed, int frames) {
        TestScene scene = new TestScene(WIDTH, HEIGHT, seed);
        byte[][] plain = new byte[frames][];
        for (int frame = 0; frame < frames; frame++) {
            plain[frame] = scene.frame(frame);
        }
        return plain;
    }

    private static byte[][] marked(int id, int frames) {
        byte[][] marked = plain(id, frames);
        markAll(embedder(1, id), marked);
        return marked;
    }

    private static void markAll(PictureEmbedder embedder, byte[][] frames) {
        for (int frame = 0; frame < frames.length; frame++) {
            embedder.mark(frames[frame], TestScene.timeUs(frame));
        }
    }
}
