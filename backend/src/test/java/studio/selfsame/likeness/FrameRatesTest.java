package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.likeness.picture.SyntheticFace;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.SpeechHearing;

/** A clip that turns white, and begins to sound, after a second, at all rates that cameras have. */
class FrameRatesTest {
    private static final int SIZE = 256;
    private static final long LENGTH_US = 3_000_000;
    private static final long TURN_US = 1_000_000;
    private static final int RATE_HZ = 48_000;

    private final Media media = Media.alone();

    @TempDir
    Path folder;

    /** Of phones: now and then a picture comes late, and where it is dark half of them are missing. */
    enum Rate {
        PAL(25, 1),
        NTSC(30_000, 1001),
        THIRTY(30, 1),
        FIFTY(50, 1),
        SIXTY(60, 1),
        UNEVEN(30, 1);

        private final FrameRate played;

        Rate(int numerator, int denominator) {
            played = new FrameRate(numerator, denominator);
        }

        long[] timesUs() {
            long[] even = LongStream.iterate(0, i -> i + 1)
                    .map(played::timeUs)
                    .takeWhile(time -> time < LENGTH_US)
                    .toArray();
            return this == UNEVEN
                    ? IntStream.range(0, even.length)
                            .filter(i -> i < 60 || i % 2 == 0)
                            .mapToLong(i -> even[i] + (i % 7 == 3 ? 9_000 : 0))
                            .toArray()
                    : even;
        }
    }

    @ParameterizedTest
    @EnumSource
    void recording_anyRate_isPlayedInTimeWithItsSound(Rate rate) throws IOException {
        Path file = film(rate);
        FaceTracking tracking = tracking(file);
        LikenessModel model = learn(file, tracking);
        List<StabilisedFace> faces = model.stabiliser().stabilise(tracking.tracks());
        long stepUs = rate.played.timeUs(1);
        try (Plates plates = Plates.recording(media.open(file), faces, tracking.frameCount())) {
            assertThat(plates.frameRate()).isEqualTo(rate.played);
            MotionPlan plan = plan(model, plates);
            assertThat(rate.played.timeUs(plan.length())).isCloseTo(LENGTH_US, offset(stepUs));
            assertThat(rate.played.timeUs(firstWhite(plates, plan))).isCloseTo(firstSound(file), offset(stepUs));
            assertThat(plan.frames().getLast().plateFrame()).isEqualTo(tracking.frameCount() - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void footage_anyRate_isPlayedAsFastAsItWasFilmed(Rate rate) throws IOException {
        Path file = film(rate);
        FaceTracking tracking = tracking(file);
        LikenessModel model = learn(file, tracking);
        assertThat(model.frameRate()).isEqualTo(rate.played);
        long[] filmed = tracking.tracks().getFirst().observations().stream()
                .mapToLong(FaceObservation::presentationTimeUs)
                .toArray();
        try (Plates plates = Plates.enrolled(model, media.open(file))) {
            List<MotionPlan.Frame> frames = plan(model, plates).frames();
            long startUs = filmed[frames.getFirst().plateFrame()];
            for (int i = 0; i < frames.size() && filmed[frames.get(i).plateFrame()] < LENGTH_US - 100_000; i++) {
                assertThat(filmed[frames.get(i).plateFrame()] - startUs)
                        .isCloseTo(rate.played.timeUs(i), offset(2 * rate.played.timeUs(1)));
            }
        }
    }

    private LikenessModel learn(Path file, FaceTracking tracking) throws IOException {
        try (MediaReader reader = media.open(file)) {
            return Dataset.build(
                            tracking, reader, TrainingSettings.usual(), OutputStream.nullOutputStream(), fraction -> {})
                    .model();
        }
    }

    private static MotionPlan plan(LikenessModel model, Plates plates) {
        AudioSamples sound = new AudioSamples(16_000, 1, new float[(int) (LENGTH_US * 16 / 1000)]);
        PhonemeTimeline silence = new PhonemeTimeline(List.of(new Phone("pau", 0, LENGTH_US)), List.of());
        return new SpeechPlanner(model, plates, SpeechHearing.alone())
                .plan(new Drive.Speech(silence, sound, false, List.of()));
    }

    private static int firstWhite(Plates plates, MotionPlan plan) throws IOException {
        for (int i = 0; i < plan.length(); i++) {
            byte[] luma = plates.read(plan.frames().get(i).plateFrame()).y();
            if ((luma[luma.length / 2] & 0xff) > 128) {
                return i;
            }
        }
        throw new AssertionError("it never turns white");
    }

    private long firstSound(Path file) {
        try (MediaReader reader = media.open(file)) {
            float[] samples = reader.readAudio(RATE_HZ, 1).orElseThrow().interleaved();
            int first = IntStream.range(0, samples.length)
                    .filter(i -> Math.abs(samples[i]) > 0.2)
                    .findFirst()
                    .orElseThrow();
            return first * 1_000_000L / RATE_HZ;
        }
    }

    /** A face that was seen in every frame, at the time that the frame has in the file. */
    private FaceTracking tracking(Path file) {
        List<FaceObservation> seen = new ArrayList<>();
        try (MediaReader reader = media.open(file)) {
            for (Optional<VideoFrame> f = reader.nextFrame(); f.isPresent(); f = reader.nextFrame()) {
                int i = seen.size();
                FaceObservation face =
                        SyntheticFace.at(i, 0.5 - 0.5 * Math.cos(i * 0.4), 0.02 * Math.sin(i * 0.1), 0, 0);
                seen.add(new FaceObservation(
                        i,
                        f.get().presentationTimeUs(),
                        face.box(),
                        face.landmarks(),
                        face.pose(),
                        face.confidence(),
                        face.eyeOpenness(),
                        face.mouthOpenness(),
                        face.sharpness(),
                        face.brightness()));
            }
        }
        FaceTrack.Shot shot = new FaceTrack.Shot(0, 0, seen.size() - 1);
        return new FaceTracking(seen.size(), List.of(shot), List.of(new FaceTrack(shot, seen, List.of())));
    }

    private Path film(Rate rate) {
        Path file = folder.resolve(rate + ".mp4");
        Media.Picture picture = new Media.Picture(SIZE, SIZE, rate.played, 0.5);
        try (MediaWriter writer = media.createMp4(file, picture, Optional.of(new Media.Sound(RATE_HZ, 1, 64_000)))) {
            for (long timeUs : rate.timesUs()) {
                byte[] luma = new byte[SIZE * SIZE];
                Arrays.fill(luma, (byte) (timeUs < TURN_US ? 20 : 230));
                byte[] chroma = new byte[SIZE * SIZE / 4];
                Arrays.fill(chroma, (byte) 128);
                writer.write(new VideoFrame(SIZE, SIZE, timeUs, luma, chroma, chroma.clone()));
            }
            float[] samples = new float[(int) (LENGTH_US * RATE_HZ / 1_000_000)];
            for (int i = (int) (TURN_US * RATE_HZ / 1_000_000); i < samples.length; i++) {
                samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / RATE_HZ));
            }
            writer.write(new AudioSamples(RATE_HZ, 1, samples));
            writer.finish();
        }
        return file;
    }
}
