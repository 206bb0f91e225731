package studio.selfsame.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pictures that are read, and written, on threads of their own. */
class PicturesAlongsideTest {
    private static final int FRAMES = 40;

    @Test
    void ahead_anyNumberOfPictures_comeInOrderAndThenNothing() throws IOException {
        AtomicInteger made = new AtomicInteger();
        try (PicturesAhead pictures =
                new PicturesAhead(() -> made.get() < FRAMES ? Optional.of(frame(made)) : none())) {
            for (int i = 0; i < FRAMES; i++) {
                assertThat(pictures.next().orElseThrow().presentationTimeUs()).isEqualTo(i);
                assertThat(made.get()).isLessThanOrEqualTo(i + 3);
            }
            assertThat(pictures.next()).isEmpty();
            assertThat(pictures.next()).isEmpty();
        }
    }

    @Test
    void ahead_sourceThatBreaks_breaksAfterWhatCameBefore() throws IOException {
        AtomicInteger made = new AtomicInteger();
        IOException broken = new IOException("broken");
        try (PicturesAhead pictures = new PicturesAhead(() -> {
            if (made.get() == 2) {
                throw broken;
            }
            return Optional.of(frame(made));
        })) {
            assertThat(pictures.next()).isPresent();
            assertThat(pictures.next()).isPresent();
            assertThatThrownBy(pictures::next).isSameAs(broken);
        }
    }

    @Test
    void ahead_closed_leavesItsSourceAlone() throws IOException {
        AtomicInteger made = new AtomicInteger();
        PicturesAhead pictures = new PicturesAhead(() -> Optional.of(frame(made)));
        pictures.next();
        pictures.close();
        int left = made.get();
        assertThatThrownBy(pictures::next).isInstanceOf(RuntimeException.class);
        assertThat(made.get()).isEqualTo(left).isLessThanOrEqualTo(3);
    }

    @Test
    void behind_finished_hasWrittenAllInOrder() throws IOException {
        Notes notes = new Notes();
        AtomicInteger made = new AtomicInteger();
        try (PicturesBehind pictures = new PicturesBehind(notes)) {
            for (int i = 0; i < FRAMES; i++) {
                pictures.write(frame(made));
            }
            pictures.finish();
            assertThat(notes.written).hasSize(FRAMES).isSorted();
        }
        assertThat(notes.closed).isFalse();
    }

    @Test
    void behind_slowWriter_isWaitedFor() throws Exception {
        CountDownLatch mayWrite = new CountDownLatch(1);
        Notes notes = new Notes();
        notes.mayWrite = mayWrite;
        AtomicInteger made = new AtomicInteger();
        Thread user = Thread.ofPlatform().start(() -> {
            try (PicturesBehind pictures = new PicturesBehind(notes)) {
                for (int i = 0; i < FRAMES; i++) {
                    pictures.write(frame(made));
                }
                pictures.finish();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        while (user.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(made.get()).isLessThanOrEqualTo(18);
        mayWrite.countDown();
        user.join();
        assertThat(notes.written).hasSize(FRAMES);
    }

    @Test
    void behind_writerThatBreaks_isToldAtTheLatestAtTheEnd() throws IOException {
        Notes notes = new Notes();
        notes.breaksAt = FRAMES - 1;
        AtomicInteger made = new AtomicInteger();
        try (PicturesBehind pictures = new PicturesBehind(notes)) {
            for (int i = 0; i < FRAMES; i++) {
                pictures.write(frame(made));
            }
            assertThatThrownBy(pictures::finish).hasMessage("full");
        }
    }

    private static Optional<VideoFrame> none() {
        return Optional.empty();
    }

    private static VideoFrame frame(AtomicInteger count) {
        return new VideoFrame(2, 2, count.getAndIncrement(), new byte[4], new byte[1], new byte[1]);
    }

    /** A writer that notes the times of what it is given. */
    private static final class Notes implements MediaWriter {
        private final List<Long> written = new ArrayList<>();
        private int breaksAt = -1;
        private boolean closed;
        private CountDownLatch mayWrite = new CountDownLatch(0);

        @Override
        public Runnable take(VideoFrame frame) {
            return () -> write(frame.presentationTimeUs());
        }

        private void write(long timeUs) {
            try {
                mayWrite.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (timeUs == breaksAt) {
                throw new IllegalStateException("full");
            }
            written.add(timeUs);
        }

        @Override
        public void write(AudioSamples samples) {
            throw new AssertionError("no sound was given");
        }

        @Override
        public void finish() {
            throw new AssertionError("its owner finishes it");
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
