package studio.selfsame.rendering;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.Under;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Drive;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.FrameOutcome;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.performance.Performance;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.Performances;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.Utterance;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;

/** The rooms before rendering, played: a likeness that draws a grey level per frame, and performances of five seconds. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {
    static final int WIDTH = 32;
    static final int HEIGHT = 16;
    static final FrameRate RATE = new FrameRate(25, 1);

    @Bean
    @Primary
    PlayedLikenesses playedLikenesses(Vault vault) {
        return new PlayedLikenesses(vault);
    }

    @Bean
    @Primary
    PlayedPerformances playedPerformances() {
        return new PlayedPerformances();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** Remembers that renders were joined. */
    static final class Heard {
        private final List<RenderId> joined = new ArrayList<>();

        @EventListener
        void on(RenderJoined event) {
            joined.add(event.render());
        }

        long joined(RenderId id) {
            return joined.stream().filter(id::equals).count();
        }
    }

    static final class PlayedPerformances implements Performances {
        private final Map<PerformanceId, Performance> performances = new ConcurrentHashMap<>();
        private final Map<PerformanceId, Under> unders = new ConcurrentHashMap<>();

        PerformanceId add(PersonId author, LikenessId likeness, int seconds) {
            PerformanceId id = new PerformanceId(UUID.randomUUID());
            AudioSamples silence = new AudioSamples(16_000, 1, new float[16_000 * seconds]);
            Utterance utterance = new Utterance(silence, new PhonemeTimeline(List.of(), List.of()));
            performances.put(id, new Performance(id, author, likeness, Locale.US, "played", utterance));
            return id;
        }

        PerformanceId addUnder(ReleaseUseId use, PersonId author, LikenessId likeness, int seconds) {
            PerformanceId id = add(author, likeness, seconds);
            unders.put(id, Under.ofMicroseconds(use, seconds * 1_000_000L));
            return id;
        }

        @Override
        public Optional<Performance> load(PerformanceId id) {
            return Optional.ofNullable(performances.get(id));
        }

        @Override
        public Optional<Sheet> sheet(PerformanceId id) {
            return load(id).map(
                            p -> new Sheet(id, p.author(), p.likeness(), Optional.ofNullable(unders.get(id)), true));
        }
    }

    static final class PlayedLikenesses implements Likenesses {
        private final Vault vault;
        private final Map<LikenessId, DataKeyId> keys = new ConcurrentHashMap<>();

        PlayedLikenesses(Vault vault) {
            this.vault = vault;
        }

        @Override
        public boolean isReady(LikenessId likeness) {
            return true;
        }

        @Override
        public Optional<PersonId> ownerOf(LikenessId likeness) {
            return Optional.empty();
        }

        @Override
        public DataKeyId dataKeyOf(LikenessId likeness) {
            return keys.computeIfAbsent(likeness, id -> vault.createKey());
        }

        @Override
        public ModelProvenance provenanceOf(LikenessId likeness) {
            return new ModelProvenance(
                    likeness,
                    UUID.randomUUID(),
                    "",
                    UUID.randomUUID(),
                    "",
                    "",
                    Map.of(),
                    Map.of(),
                    null,
                    Instant.EPOCH);
        }

        @Override
        public FaceAnimator open(LikenessId likeness, Authorization authorization, Material material) {
            return new GreyAnimator();
        }
    }

    /** Frame {@code n} is all of luma {@code 16 + n mod 200}. */
    private static final class GreyAnimator implements FaceAnimator {
        @Override
        public int widthPx() {
            return WIDTH;
        }

        @Override
        public int heightPx() {
            return HEIGHT;
        }

        @Override
        public FrameRate frameRate() {
            return RATE;
        }

        @Override
        public MotionPlan plan(Drive drive) {
            int frames = (int) (drive.durationUs() * 25 / 1_000_000);
            MotionPlan.Frame frame =
                    new MotionPlan.Frame(0, 0, MotionPlan.NONE, MotionPlan.NONE, new float[2], FrameOutcome.DRAWN);
            return new MotionPlan(RATE, Collections.nCopies(frames, frame), List.of(0));
        }

        @Override
        public void draw(MotionPlan plan, int first, int end, FrameSink sink) throws IOException {
            for (int f = first; f < end; f++) {
                VideoFrame frame = grey(f);
                sink.accept(f, frame, frame);
            }
        }

        @Override
        public void close() {}
    }

    static VideoFrame grey(int n) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        java.util.Arrays.fill(luma, (byte) (16 + n % 200));
        byte[] chroma = new byte[WIDTH * HEIGHT / 4];
        java.util.Arrays.fill(chroma, (byte) 128);
        return new VideoFrame(WIDTH, HEIGHT, RATE.timeUs(n), luma, chroma, chroma.clone());
    }
}
