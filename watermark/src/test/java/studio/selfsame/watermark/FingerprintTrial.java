package studio.selfsame.watermark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares pieces of real clips with what the system's {@code ffmpeg} makes of them and with one another, and prints the
 * agreements. Run by hand, as {@code docs/watermark.md} tells; arguments: seconds per piece, then files.
 */
final class FingerprintTrial {
    private static final int RATE_HZ = 48_000;
    private static final int MOST_PIECES = 18;
    private static final String[] PICTURE_ATTACKS = {
        "-crf 30",
        "-crf 40",
        "-vf scale=iw/2:-2 -crf 35",
        "-vf eq=brightness=0.1:contrast=1.3:gamma=1.2 -crf 30",
        "-vf eq=contrast=0.5 -crf 30",
        "-vf noise=alls=20:allf=t -crf 30",
        "-vf gblur=1.7 -crf 30",
        "-vf drawbox=x=0:y=ih*.88:w=iw*.5:h=ih*.1:color=white:t=fill -crf 30",
        "-vf hflip -crf 30",
        "-vf rotate=0.0349 -crf 30",
        "-vf crop=iw*.9:ih*.9 -crf 30",
        "-vf crop=iw*.84:ih*.84 -crf 30",
        "-vf crop=iw*.71:ih*.71 -crf 30",
        "-r 12 -crf 30",
        "-r 60 -crf 30",
        "-ss 0.43 -crf 30",
    };
    private static final String[] SOUND_ATTACKS = {
        "-c:a aac -b:a 32k",
        "-c:a libmp3lame -b:a 32k",
        "-c:a libopus -b:a 16k",
        "-ar 8000 -c:a pcm_s16le",
        "-af volume=0.1 -c:a pcm_s16le",
        "-af lowpass=4000 -c:a pcm_s16le",
        "-af lowpass=500 -c:a pcm_s16le",
        "-af highpass=1500 -c:a pcm_s16le",
        "-af aecho=.8:.5:500:.5 -c:a pcm_s16le",
        "-filter_complex anoisesrc=a=0.01:r=48000:d=100[n];[0:a][n]amix=duration=first:normalize=0 -c:a pcm_s16le",
        "-af atempo=1.05 -c:a pcm_s16le",
        "-ss 0.43 -c:a pcm_s16le",
    };

    private final Path attacked;
    private final String seconds;

    private FingerprintTrial(Path attacked, String seconds) {
        this.attacked = attacked;
        this.seconds = seconds;
    }

    private record Piece(String file, int startS, PictureFingerprint picture, SoundFingerprint sound) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path file = Files.createTempFile("fingerprint-trial", ".mkv");
        FingerprintTrial trial = new FingerprintTrial(file, args[0]);
        List<Piece> pieces = new ArrayList<>();
        for (String clip : Arrays.asList(args).subList(1, args.length)) {
            double length =
                    Double.parseDouble(output("ffprobe -v error -show_entries format=duration -of csv=p=0", clip));
            int step = Integer.parseInt(args[0]);
            for (int start = 0; start + step <= length + 0.1 && start < step * MOST_PIECES; start += step) {
                String piece = "-ss " + start + " -t " + args[0];
                pieces.add(new Piece(clip, start, trial.picture(piece, clip), trial.sound(piece, clip)));
            }
        }
        unlike(pieces);
        trial.alike(pieces);
        Files.delete(file);
    }

    private static void unlike(List<Piece> pieces) {
        Unlike samePicture = new Unlike("picture, other piece of the clip");
        Unlike otherPicture = new Unlike("picture, other clip");
        Unlike sameSound = new Unlike("sound, other piece of the clip");
        Unlike otherSound = new Unlike("sound, other clip");
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                Piece a = pieces.get(i);
                Piece b = pieces.get(j);
                boolean same = a.file().equals(b.file());
                (same ? samePicture : otherPicture).add(a.picture().compare(b.picture()));
                (same ? sameSound : otherSound).add(a.sound().compare(b.sound()));
            }
        }
        for (Unlike unlike : List.of(samePicture, otherPicture, sameSound, otherSound)) {
            unlike.print();
        }
    }

    /** What was said of pairs that have nothing to do with one another. */
    private record Unlike(String name, List<Double> different, List<Likeness> wrong, List<Likeness> unclear) {
        Unlike(String name) {
            this(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Likeness likeness) {
            switch (likeness) {
                case Likeness.Same same -> wrong.add(same);
                case Likeness.Different found -> different.add(found.agreement());
                case Likeness.Unclear found -> unclear.add(found);
            }
        }

        void print() {
            double[] sorted =
                    different.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            if (sorted.length > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%-33s called the same %d, unclear %d, different %d: median %.2f, 99%% %.2f, most %.2f%n",
                        name,
                        wrong.size(),
                        unclear.size(),
                        sorted.length,
                        sorted[sorted.length / 2],
                        sorted[(int) (0.99 * (sorted.length - 1))],
                        sorted[sorted.length - 1]);
            }
        }
    }

    private void alike(List<Piece> pieces) throws IOException, InterruptedException {
        List<Piece> chosen = new ArrayList<>();
        for (Piece piece : pieces) {
            if (chosen.isEmpty() || !chosen.getLast().file().equals(piece.file())) {
                chosen.add(piece);
            }
        }
        for (String attack : PICTURE_ATTACKS) {
            StringBuilder line = new StringBuilder("%-75s".formatted(attack));
            for (Piece piece : chosen) {
                encode(
                        "-ss " + piece.startS() + " -t " + seconds,
                        piece.file(),
                        "-an -c:v libx264 -preset veryfast -pix_fmt yuv420p " + attack);
                line.append(text(piece.picture().compare(picture("", attacked.toString()))));
            }
            System.out.println(line);
        }
        for (String attack : SOUND_ATTACKS) {
            StringBuilder line =
                    new StringBuilder("%-75s".formatted(attack.length() > 70 ? "noise at -40 dB" : attack));
            for (Piece piece : chosen) {
                encode("-ss " + piece.startS() + " -t " + seconds, piece.file(), "-vn " + attack);
                line.append(text(piece.sound().compare(sound("", attacked.toString()))));
            }
            System.out.println(line);
        }
    }

    private static String text(Likeness likeness) {
        return switch (likeness) {
            case Likeness.Same same -> "  %.2f%+.2f".formatted(same.agreement(), same.offsetUs() / 1e6);
            case Likeness.Different different -> "  %.2f  NOT".formatted(different.agreement());
            case Likeness.Unclear unclear -> "  unclear  ";
        };
    }

    private PictureFingerprint picture(String before, String file) throws IOException, InterruptedException {
        String[] shape = output(
                        "ffprobe -v error -select_streams v -show_entries stream=width,height,r_frame_rate -of csv=p=0",
                        file)
                .split("[,/]");
        int width = Integer.parseInt(shape[0]);
        int height = Integer.parseInt(shape[1]);
        double fps = Double.parseDouble(shape[2]) / Double.parseDouble(shape[3]);
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(width, height));
        Process process = start(before, file, "-an -pix_fmt gray -f rawvideo -");
        byte[] luma = new byte[width * height];
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            for (int frame = 0; in.readNBytes(luma, 0, luma.length) == luma.length; frame++) {
                fingerprinter.accept(luma, Math.round(frame * 1e6 / fps));
            }
        }
        process.waitFor();
        return fingerprinter.finish();
    }

    private SoundFingerprint sound(String before, String file) throws IOException, InterruptedException {
        SoundFingerprinter fingerprinter = SoundFingerprinter.create(new SoundFormat(RATE_HZ, 1));
        Process process = start(before, file, "-vn -ar " + RATE_HZ + " -ac 1 -f f32le -");
        byte[] bytes;
        try (InputStream in = process.getInputStream()) {
            bytes = in.readAllBytes();
        }
        process.waitFor();
        float[] samples = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        fingerprinter.accept(samples);
        return fingerprinter.finish();
    }

    private void encode(String before, String file, String how) throws IOException, InterruptedException {
        Process process = start(before, file, "-y " + how + " " + attacked);
        process.getInputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg failed: " + how);
        }
    }

    private static Process start(String before, String file, String after) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin"));
        command.addAll(
                Arrays.stream(before.split(" ")).filter(word -> !word.isEmpty()).toList());
        command.addAll(List.of("-i", file));
        command.addAll(List.of(after.split(" ")));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String output(String command, String file) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add(file);
        Process process = new ProcessBuilder(words).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return text.lines().findFirst().orElseThrow();
    }
}
