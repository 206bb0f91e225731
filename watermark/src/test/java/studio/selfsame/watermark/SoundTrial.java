package studio.selfsame.watermark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marks the sound of real files piece by piece, sends each piece through what sound goes through with the system's {@code
 * ffmpeg}, and counts where the exact id is still found. Run by hand, as {@code docs/watermark.md} tells; arguments: length
 * of a piece in seconds, most pieces of a file, files.
 */
final class SoundTrial {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);
    private static final int RATE_HZ = 48_000;
    private static final SoundFormat FORMAT = new SoundFormat(RATE_HZ, 1);

    private final Path folder;
    private final List<float[]> pieces = new ArrayList<>();
    private final List<float[]> marked = new ArrayList<>();

    private SoundTrial(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        SoundTrial trial = new SoundTrial(Files.createTempDirectory("sound-trial"));
        try {
            for (String file : Arrays.asList(args).subList(2, args.length)) {
                trial.load(file, Double.parseDouble(args[0]), Integer.parseInt(args[1]));
            }
            trial.mark();
            trial.attackAll();
        } finally {
            trial.cleanUp();
        }
    }

    private void attackAll() throws IOException, InterruptedException {
        for (String bitRate : List.of("128k", "64k", "32k")) {
            attack(Search.COMMON, "mp3", "-c:a", "libmp3lame", "-b:a", bitRate);
            attack(Search.COMMON, "mp4", "-c:a", "aac", "-b:a", bitRate);
        }
        for (String bitRate : List.of("64k", "32k", "16k")) {
            attack(Search.COMMON, "ogg", "-c:a", "libopus", "-b:a", bitRate);
        }
        attack(Search.COMMON, "wav", "-ar", "16000");
        attack(Search.COMMON, "wav", "-ar", "8000");
        for (String filter : List.of(
                "highpass=1500", "lowpass=4000", "lowpass=500", "volume=-1", "volume=.1", "aecho=.8:.5:500:.5")) {
            attack(Search.COMMON, "wav", "-af", filter);
        }
        attack(Search.COMMON, "wav", "-ss", "1.234", "-t", "5");
        for (String filter : List.of(
                "atempo=.8",
                "atempo=.95",
                "atempo=1.05",
                "atempo=1.25",
                "rubberband=pitch=.95",
                "rubberband=pitch=1.05")) {
            attack(Search.FULL, "wav", "-af", filter);
        }
        attack(Search.FULL, "wav", "-af", "asetrate=50400,aresample=48000");
        attack(Search.FULL, "wav", "-af", "asetrate=45600,aresample=48000,atempo=1.05263");
        count("noise, 20 dB below the sound", piece -> detect(Search.COMMON, TestSound.noise(piece, 20, 1)));
        count("music, 12 dB below the sound", piece -> detect(Search.COMMON, withMusic(piece)));
    }

    private void load(String file, double seconds, int most) throws IOException, InterruptedException {
        String input = Path.of(file).toAbsolutePath().toString();
        ffmpeg("-i", input, "-vn", "-ar", "" + RATE_HZ, "-ac", "1", "-f", "f32le", "plain.raw");
        float[] all = samples("plain.raw");
        int length = (int) (seconds * RATE_HZ);
        for (int i = 0; i < most && (i + 1) * length <= all.length; i++) {
            pieces.add(Arrays.copyOfRange(all, i * length, (i + 1) * length));
        }
    }

    private void mark() {
        double worst = Double.MAX_VALUE;
        double sum = 0;
        long begun = System.nanoTime();
        for (float[] piece : pieces) {
            float[] after = TestSound.mark(KEY, PAYLOAD, piece, FORMAT, RATE_HZ);
            double ratio = TestSound.signalToMarkDb(piece, after);
            marked.add(after);
            worst = Math.min(worst, ratio);
            sum += ratio;
        }
        System.out.printf(
                "%d pieces, SNR at least %.1f dB, %.1f dB on average, marked in %d ms each%n",
                pieces.size(), worst, sum / pieces.size(), (System.nanoTime() - begun) / 1_000_000 / pieces.size());
    }

    private void attack(Search search, String container, String... how) throws IOException, InterruptedException {
        count(container + " " + String.join(" ", how), piece -> {
            ByteBuffer bytes = ByteBuffer.allocate(4 * piece.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(piece);
            Files.write(folder.resolve("marked.raw"), bytes.array());
            List<String> arguments =
                    new ArrayList<>(List.of("-f", "f32le", "-ar", "" + RATE_HZ, "-ac", "1", "-i", "marked.raw"));
            arguments.addAll(List.of(how));
            arguments.add("attacked." + container);
            ffmpeg(arguments.toArray(String[]::new));
            ffmpeg("-i", "attacked." + container, "-f", "f32le", "-ac", "1", "-ar", "" + RATE_HZ, "attacked.raw");
            return detect(search, samples("attacked.raw"));
        });
    }

    private static Detection detect(Search search, float[] sound) {
        return TestSound.detect(search, List.of(KEY), sound, FORMAT);
    }

    private static float[] withMusic(float[] piece) {
        double power = 0;
        float[] music = TestMusic.play((double) piece.length / RATE_HZ, RATE_HZ, 1);
        double musicPower = 0;
        for (int i = 0; i < music.length; i++) {
            power += piece[i] * piece[i];
            musicPower += music[i] * music[i];
        }
        float gain = (float) (Math.sqrt(power / musicPower) / 4);
        float[] mix = piece.clone();
        for (int i = 0; i < music.length; i++) {
            mix[i] += gain * music[i];
        }
        return mix;
    }

    private void count(String name, Attack attack) throws IOException, InterruptedException {
        int found = 0;
        double confidence = 0;
        long nanos = 0;
        for (float[] piece : marked) {
            long begun = System.nanoTime();
            Detection detection = attack.on(piece);
            nanos += System.nanoTime() - begun;
            if (detection instanceof Detection.Found hit && hit.payload().equals(PAYLOAD)) {
                found++;
                confidence += hit.confidence();
            }
        }
        System.out.printf(
                "  %-60s %3d of %3d  confidence %.2f  %4d ms%n",
                name, found, marked.size(), confidence / Math.max(1, found), nanos / 1_000_000 / marked.size());
    }

    private interface Attack {
        Detection on(float[] piece) throws IOException, InterruptedException;
    }

    private float[] samples(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        float[] samples = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        return samples;
    }

    private void ffmpeg(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg failed: " + String.join(" ", command));
        }
    }

    private void cleanUp() throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(SoundTrial::delete);
        }
        Files.delete(folder);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
