package studio.selfsame.rendering;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
import studio.selfsame.performance.PerformanceKind;
import studio.selfsame.performance.Performances;
import studio.selfsame.performance.Voice;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
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

    /** Remembers that renders were joined, and what preflights found. */
    static final class Heard {
        private final List<RenderId> joined = new ArrayList<>();
        private final List<PreflightDone> preflights = new ArrayList<>();

        @EventListener
        void on(RenderJoined event) {
            joined.add(event.render());
        }

        @EventListener
        void on(PreflightDone event) {
            preflights.add(event);
        }

        List<PreflightDone> preflights(UUID id) {
            return preflights.stream()
                    .filter(done -> done.preflight().equals(id))
                    .toList();
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
            put(id, author, likeness, PerformanceKind.SCRIPT, new PhonemeTimeline(List.of(), List.of()), silence);
            return id;
        }

        /** Sentences of a second each, drawn in the luma of their numbers: the same number gives the same pictures. */
        PerformanceId addSentences(PersonId author, LikenessId likeness, int... numbers) {
            PerformanceId id = new PerformanceId(UUID.randomUUID());
            List<Phone> phones = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                phones.add(new Phone("" + numbers[i], i * 1_000_000L, (i + 1) * 1_000_000L));
            }
            AudioSamples sound = new AudioSamples(16_000, 2, new float[16_000 * numbers.length * 2]);
            put(id, author, likeness, PerformanceKind.SOUND, new PhonemeTimeline(phones, List.of()), sound);
            return id;
        }

        private void put(
                PerformanceId id,
                PersonId author,
                LikenessId likeness,
                PerformanceKind kind,
                PhonemeTimeline timeline,
                AudioSamples sound) {
            performances.put(
                    id,
                    new Performance(
                            id,
                            author,
                            likeness,
                            kind,
                            Voice.SYNTHETIC,
                            Locale.US,
                            "played",
                            new Drive.Speech(timeline, sound, false, List.of()),
                            Material.NONE,
                            sound));
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
        public Optional<Material> material(PerformanceId id) {
            return load(id).map(Performance::material);
        }

        @Override
        public Optional<Said> said(PerformanceId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Sheet> sheet(PerformanceId id) {
            return load(id).map(p ->
                    new Sheet(id, p.author(), p.likeness(), p.kind(), Optional.ofNullable(unders.get(id)), true));
        }
    }

    static final class PlayedLikenesses implements Likenesses {
        private final Vault vault;
        private final Map<LikenessId, DataKeyId> keys = new ConcurrentHashMap<>();
        private final Map<LikenessId, UUID> trainings = new ConcurrentHashMap<>();
        private final AtomicInteger drawn = new AtomicInteger();
        private final AtomicInteger failsAt = new AtomicInteger(-1);

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
            UUID training = trainings.computeIfAbsent(likeness, id -> UUID.randomUUID());
            return new ModelProvenance(
                    likeness, training, "", training, null, "", "", Map.of(), Map.of(), null, Instant.EPOCH);
        }

        @Override
        public FaceAnimator open(LikenessId likeness, Authorization authorization, Material material) {
            return new GreyAnimator(drawn, failsAt);
        }

        /** Draws another way from now on. */
        void train(LikenessId likeness) {
            trainings.put(likeness, UUID.randomUUID());
        }

        /** Frames drawn so far, of all renders. */
        int drawn() {
            return drawn.get();
        }

        /** Drawing breaks at this frame; never if negative. */
        void failAt(int frame) {
            failsAt.set(frame);
        }
    }

    /**
     * Without phones, frame {@code n} is all of luma {@code 16 + n mod 200}; with them, of that of its phone's number, in
     * pieces of one phone each. A negative number cannot be drawn.
     */
    private record GreyAnimator(AtomicInteger drawn, AtomicInteger failsAt) implements FaceAnimator {
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
            List<Phone> phones = ((Drive.Speech) drive).timeline().phones();
            List<MotionPlan.Frame> motion = new ArrayList<>();
            List<Integer> pieces = new ArrayList<>(List.of(0));
            for (int f = 0; f < frames; f++) {
                int number = phones.isEmpty()
                        ? f
                        : Integer.parseInt(phones.get(f / 25).symbol());
                if (!phones.isEmpty() && f > 0 && f % 25 == 0) {
                    pieces.add(f);
                }
                FrameOutcome outcome = number < 0 ? FrameOutcome.COVERED : FrameOutcome.DRAWN;
                motion.add(new MotionPlan.Frame(
                        Math.abs(number), 0, MotionPlan.NONE, MotionPlan.NONE, new float[] {0.5f, 0}, outcome));
            }
            return new MotionPlan(RATE, motion, pieces);
        }

        @Override
        public void draw(MotionPlan plan, int first, int end, FrameSink sink) throws IOException {
            for (int f = first; f < end; f++) {
                if (f == failsAt.get()) {
                    throw new IOException("this frame cannot be drawn");
                }
                drawn.incrementAndGet();
                VideoFrame frame = grey(plan.frames().get(f).plateFrame());
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
        return new VideoFrame(WIDTH, HEIGHT, 0, luma, chroma, chroma.clone());
    }
}
