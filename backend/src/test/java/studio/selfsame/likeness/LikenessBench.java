package studio.selfsame.likeness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Development form. */
final class LikenessBench {
    private LikenessBench() {}

    public static void main(String[] arguments) throws IOException {
        Path footage = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        String which = arguments[2];
        int steps = Integer.parseInt(arguments[3]);
        BenchClip.Rooms rooms = BenchClip.Rooms.open();
        BenchClip clip = switch (which) {
            case "grid" -> new BenchClip("grid", footage.resolve("grid_s1_3min.mp4"), 150, 30);
            case "short" -> new BenchClip("grid", footage.resolve("grid_s1_3min.mp4"), 40, 10);
            case "kitchen" -> new BenchClip("kitchen", footage.resolve("actor_kitchen_20s.mp4"), 14, 6);
            case "outdoors" -> new BenchClip("outdoors", footage.resolve("actor_outdoors_10s.mp4"), 7, 3);
            default -> new BenchClip(which, footage.resolve("presenters/" + which + "_footage.mp4"), 50, 12);
        };
        HoldOut hold = new HoldOut(clip, rooms, out);
        long t = System.nanoTime();
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.steps = steps;
        TrainingSettings settings = draft.settle();
        Dataset data = hold.learn(settings);
        System.out.printf(
                "dataset %.1f s, %d sources%n",
                (System.nanoTime() - t) / 1e9, data.model().sources().size());
        LikenessModel alone = data.model();
        print("retrieval", hold.score(alone, hold.with(alone, hold.landmarks(alone, 0))));
        java.util.Map<String, HoldOut.Drawing> drawings = new java.util.LinkedHashMap<>();
        drawings.put("retrieval", hold.with(alone, hold.landmarks(alone, 0)));
        if (steps > 0) {
            t = System.nanoTime();
            LikenessTrainer.Result result =
                    LikenessTrainer.train(data, settings, new byte[0], new LikenessTrainer.Watch() {
                        @Override
                        public void step(int step, double loss, double held, double retrieval) {
                            if (step % 100 == 0) System.out.printf("%d %.4f %.2f %.2f%n", step, loss, held, retrieval);
                        }

                        @Override
                        public void checkpoint(byte[] state) {}
                    });
            System.out.printf("training %.1f s %s%n", (System.nanoTime() - t) / 1e9, result.metrics());
            print("residual", hold.score(result.model(), hold.with(result.model(), hold.landmarks(result.model(), 0))));
            drawings.put("residual", hold.with(result.model(), hold.landmarks(result.model(), 0)));
            hold.sheet(result.model(), drawings, 6, 400, out.resolve(which + ".png"));
            print("wrong", hold.score(result.model(), hold.with(result.model(), hold.landmarks(result.model(), 187))));
        }
    }

    static void print(String name, HoldOut.Score s) {
        System.out.printf(
                Locale.ROOT,
                "%-10s mouth %.2f dB ssim %.4f gmsd %.4f | whole %.2f dB %.4f | lmd %.2f aligned %.2f motion %.2f jitter %.2f%n",
                name,
                s.mouthPsnrDb(),
                s.mouthSsim(),
                s.mouthGmsd(),
                s.wholePsnrDb(),
                s.wholeSsim(),
                s.lips().lmdPx(),
                s.lips().alignedLmdPx(),
                s.lips().motionRatio(),
                s.lips().jitterRatio());
    }
}
