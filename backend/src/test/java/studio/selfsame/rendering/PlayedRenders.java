package studio.selfsame.rendering;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import studio.selfsame.consent.Authorization;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.PerformanceKind;
import studio.selfsame.problem.Problem;

/** Renders that need no likeness: a textured scene that moves, and a noise that sounds a little like speech. */
public final class PlayedRenders implements Renders {
    public static final int WIDTH = 480;
    public static final int HEIGHT = 272;
    public static final int SECONDS = 8;
    /** Enough for the mark in the picture, and too little for the one in the sound. */
    public static final int BRIEF_SECONDS = 4;

    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final int SOUND_RATE_HZ = 16_000;

    private final Map<RenderId, UnsealedRender> waiting = new ConcurrentHashMap<>();
    private final Map<RenderId, String> sealed = new ConcurrentHashMap<>();
    private final Map<RenderId, Problem> failed = new ConcurrentHashMap<>();

    /** A render that waits to be sealed; {@code meanwhile} happens after its last picture. */
    public void add(UUID id, Authorization authorization, int widthPx, Runnable meanwhile) {
        add(id, authorization, SECONDS, widthPx, meanwhile, sound(), PerformanceKind.SCRIPT, Optional.empty());
    }

    /** Brief, made from a recording, and without any sound. */
    public void addAltered(UUID id, Authorization authorization, UnsealedRender.Recording recording) {
        add(
                id,
                authorization,
                BRIEF_SECONDS,
                WIDTH,
                () -> {},
                new AudioSamples(SOUND_RATE_HZ, 1, new float[0]),
                PerformanceKind.RELIP,
                Optional.of(recording));
    }

    /** The same, brief and without a word: nothing in its sound can carry a mark. */
    public void addSilent(UUID id, Authorization authorization, Runnable meanwhile) {
        addBrief(id, authorization, meanwhile, new float[BRIEF_SECONDS * SOUND_RATE_HZ]);
    }

    /** The same, brief and without any sound. */
    public void addMute(UUID id, Authorization authorization, Runnable meanwhile) {
        addBrief(id, authorization, meanwhile, new float[0]);
    }

    private void addBrief(UUID id, Authorization authorization, Runnable meanwhile, float[] samples) {
        var sound = new AudioSamples(SOUND_RATE_HZ, 1, samples);
        add(id, authorization, BRIEF_SECONDS, WIDTH, meanwhile, sound, PerformanceKind.SCRIPT, Optional.empty());
    }

    private void add(
            UUID id,
            Authorization authorization,
            int seconds,
            int widthPx,
            Runnable meanwhile,
            AudioSamples sound,
            PerformanceKind kind,
            Optional<UnsealedRender.Recording> recording) {
        int frames = seconds * 25;
        waiting.put(
                new RenderId(id),
                new UnsealedRender(
                        new RenderId(id),
                        authorization.use().likeness(),
                        authorization,
                        widthPx,
                        HEIGHT,
                        RATE,
                        frames,
                        new Scenes(frames, widthPx, meanwhile),
                        sound,
                        kind,
                        "played",
                        Locale.US,
                        recording));
    }

    @Override
    public Optional<UnsealedRender> unsealed(RenderId id) {
        return Optional.ofNullable(waiting.get(id));
    }

    @Override
    public Optional<PerformanceId> performanceOf(RenderId id) {
        return Optional.of(new PerformanceId(id.value()));
    }

    @Override
    public void sealed(RenderId id, String outputId) {
        sealed.put(id, outputId);
    }

    @Override
    public void failed(RenderId id, Problem problem) {
        failed.put(id, problem);
    }

    public Optional<String> outputOf(UUID id) {
        return Optional.ofNullable(sealed.get(new RenderId(id)));
    }

    public Optional<Problem> problemOf(UUID id) {
        return Optional.ofNullable(failed.get(new RenderId(id)));
    }

    private record Scenes(int frames, int widthPx, Runnable meanwhile) implements UnsealedRender.Frames {
        @Override
        public void forEach(UnsealedRender.Sink sink) throws IOException {
            for (int frame = 0; frame < frames; frame++) {
                sink.accept(scene(frame, widthPx));
            }
            meanwhile.run();
        }

        @Override
        public void glimpses(UnsealedRender.Sink sink) throws IOException {
            for (int frame = 0; frame < frames; frame += 25) {
                sink.accept(scene(frame, widthPx));
            }
        }
    }

    private static VideoFrame scene(int frame, int width) {
        byte[] luma = new byte[width * HEIGHT];
        Random grain = new Random(frame);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width; x++) {
                double wave = Math.sin((x + 0.7 * frame) / 23.0) * Math.cos((y - 0.4 * frame) / 31.0);
                luma[y * width + x] = (byte) (126 + 60 * wave + 12 * Math.sin(x * y / 900.0) + grain.nextInt(7));
            }
        }

        byte[] plane = new byte[width / 2 * HEIGHT / 2];
        Arrays.fill(plane, (byte) 128);
        return new VideoFrame(width, HEIGHT, RATE.timeUs(frame), luma, plane, plane.clone());
    }

    private static AudioSamples sound() {
        Random random = new Random(5);
        float[] samples = new float[SECONDS * SOUND_RATE_HZ];
        double smooth = 0;
        for (int i = 0; i < samples.length; i++) {
            double syllables = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * i / SOUND_RATE_HZ);
            smooth = 0.6 * smooth + 0.4 * random.nextGaussian();
            samples[i] = (float) Math.clamp(0.25 * syllables * smooth, -1, 1);
        }
        return new AudioSamples(SOUND_RATE_HZ, 1, samples);
    }
}
