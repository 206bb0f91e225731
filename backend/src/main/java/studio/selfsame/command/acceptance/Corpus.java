package studio.selfsame.command.acceptance;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** Makes the material of the bench, in a folder of its own. */
final class Corpus {
    /** Where the presenter has begun to speak. */
    private static final String SPEECH_BEGINS = "5";

    /** How material is encoded before anything is done to it. */
    static final List<String> NEARLY_LOSSLESS =
            List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "8", "-pix_fmt", "yuv420p");

    private final Path folder;
    private final Path presenter;

    /** @param presenter footage of a head that talks before a still backdrop */
    Corpus(Path folder, Path presenter) {
        this.folder = folder;
        this.presenter = presenter;
    }

    /** @param scene one of {@link Scene#ALL}, or {@code talking} */
    Clip clip(String scene, int widthPx, int heightPx, int seconds) throws IOException {
        Clip clip = new Clip(
                scene + "-" + heightPx + (seconds == Track.SECONDS ? "" : "-" + seconds + "s"),
                folder.resolve(scene + widthPx + "x" + seconds + ".mp4"),
                widthPx,
                heightPx,
                seconds,
                false);
        if (scene.equals("talking")) {
            String fit = "scale=%d:%d:flags=bicubic,pad=%d:%d:-1:-1:color=0x404448"
                    .formatted(heightPx, heightPx, widthPx, heightPx);
            excerpt(presenter, SPEECH_BEGINS, clip, fit);
        } else {
            paint(Objects.requireNonNull(Scene.ALL.get(scene)), clip);
        }
        return clip;
    }

    /** An excerpt of real footage, as large as it is. */
    Clip real(Path footage, int widthPx, int heightPx) throws IOException {
        String name =
                footage.getFileName().toString().replaceFirst("_?\\d.*$", "").replace(".mp4", "");
        Clip clip =
                new Clip(name + "-" + heightPx, folder.resolve(name + ".mp4"), widthPx, heightPx, Track.SECONDS, true);
        excerpt(footage, "0", clip, "null");
        return clip;
    }

    /** @param sound {@code speech}, {@code music} or {@code whisper} */
    Track track(String sound) throws IOException {
        Track track = new Track(sound, folder.resolve(sound + ".wav"));
        switch (sound) {
            case "music" -> Samples.write(Synthesis.music(Track.SECONDS), track.file());
            case "whisper" -> Samples.write(Synthesis.whisper(Track.SECONDS), track.file());
            default -> speech(presenter, SPEECH_BEGINS, track);
        }
        return track;
    }

    Track realSpeech(Path footage) throws IOException {
        Track track = new Track("real speech", folder.resolve("real-speech.wav"));
        speech(footage, "0", track);
        return track;
    }

    private static void speech(Path from, String begin, Track track) throws IOException {
        Ffmpeg.run(List.of(
                "-ss",
                begin,
                "-t",
                "" + Track.SECONDS,
                "-i",
                from.toString(),
                "-vn",
                "-ac",
                "1",
                "-ar",
                "" + Track.RATE_HZ,
                "-c:a",
                "pcm_s16le",
                track.file().toString()));
    }

    private static void excerpt(Path from, String begin, Clip clip, String filter) throws IOException {
        List<String> command = new ArrayList<>(List.of("-ss", begin, "-t", "" + clip.seconds(), "-i", from.toString()));
        command.addAll(List.of("-an", "-vf", filter + ",fps=" + Clip.FPS));
        command.addAll(NEARLY_LOSSLESS);
        command.add(clip.file().toString());
        Ffmpeg.run(command);
    }

    private static void paint(BiFunction<Integer, Integer, Scene> maker, Clip clip) throws IOException {
        Scene scene = maker.apply(clip.widthPx(), clip.heightPx());
        BufferedImage canvas = new BufferedImage(clip.widthPx(), clip.heightPx(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
        String size = clip.widthPx() + "x" + clip.heightPx();
        List<String> command = new ArrayList<>(
                List.of("-f", "rawvideo", "-pix_fmt", "bgr24", "-s", size, "-r", "" + Clip.FPS, "-i", "-"));
        command.addAll(NEARLY_LOSSLESS);
        command.add(clip.file().toString());
        try (Ffmpeg ffmpeg = Ffmpeg.writing(command);
                OutputStream out = ffmpeg.input()) {
            for (int frame = 0; frame < clip.frames(); frame++) {
                scene.paint(canvas, frame);
                out.write(bgr);
            }
            ffmpeg.finish();
        }
    }
}
