package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.WatermarkDetector;

/** Does a {@link Plan}. What it does is told on standard error as it comes; it leaves nothing but what was asked for. */
public final class AcceptanceBench {
    private static final double LEAST_PSNR_DB = 46;
    private static final double LEAST_SSIM = 0.995;
    private static final double LEAST_SNR_DB = 28;
    private static final long LEAST_HYPOTHESES = 3_000_000;

    private final Plan plan;
    private final List<Measure> measures = new ArrayList<>();
    private final Map<String, Object> details = new LinkedHashMap<>();

    public AcceptanceBench(Plan plan) {
        this.plan = plan;
    }

    /** @param details figures beside the measures, by name */
    public record Outcome(List<Measure> measures, List<Row> rows, Map<String, Object> details) {}

    /** Needs {@code ffmpeg} on the path. */
    public Outcome run() throws IOException {
        Ledger ledger = Ledger.in(plan.out(), plan.quick(), plan.again());
        Path folder = Files.createTempDirectory("selfsame-watermark-bench");
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            try {
                run(new Corpus(folder, plan.presenter()), workers, folder, ledger);
            } finally {
                workers.shutdownNow();
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        List<Row> rows = ledger.rows(attacks());
        Tiers.judge(rows, measures);
        Tiers.tell(rows, details);
        if (plan.out().isPresent()) {
            Chart.write(rows, plan.out().get().resolve("watermark-chart.png"));
        }
        return new Outcome(List.copyOf(measures), List.copyOf(rows), details);
    }

    private static List<Attack> attacks() {
        List<Attack> all = new ArrayList<>(PictureAttacks.all());
        all.addAll(Tiers.lasting(PictureAttacks.all()));
        all.addAll(SoundAttacks.all());
        return all;
    }

    private void run(Corpus corpus, ExecutorService workers, Path folder, Ledger ledger) throws IOException {
        var material = new Material(corpus, plan);
        if (plan.wants("speed")) {
            tell("speed, alone on the machine");
            var speed = new Speed(plan.quick(), details);
            measures.addAll(speed.picture(corpus.clip("pan", 1920, 1080, plan.quick() ? 3 : Track.SECONDS)));
            measures.addAll(speed.sound(corpus.track("speech")));
        }
        tell("material");
        List<Clip> clips = material.clips(workers);
        List<Clip> longer = material.longer(workers);
        List<Track> tracks = material.tracks();
        if (plan.wants("false")) {
            tell("wrong keys on unmarked material");
            falsePositives(workers, clips, tracks);
        }
        if (!plan.wantsSome(List.of("V", "A", "S", "quality"))) {
            return;
        }
        tell("marking " + (clips.size() + longer.size()) + " clips and " + tracks.size() + " tracks");
        List<Marked> pictures = mark(clips, workers);
        List<Marked> lasting = mark(longer, workers);
        List<Marked> sounds = new ArrayList<>();
        for (Track track : tracks) {
            sounds.add(Marked.of(track));
        }
        soundQuality(tracks, sounds);
        tell("attacks");
        var battle = plan.quick()
                ? new Battle(workers, folder, "veryfast", QuickPart::search, ledger)
                : new Battle(workers, folder, "medium", attack -> Search.FULL, ledger);
        List<Attack> attacks = plan.chosen(PictureAttacks.all());
        if (plan.quick()) {
            for (int i = 0; i < pictures.size(); i++) {
                battle.fight(QuickPart.share(attacks, i, pictures.size()), List.of(pictures.get(i)));
            }
        } else {
            battle.fight(attacks, pictures);
        }
        battle.fight(Tiers.lasting(attacks), lasting);
        battle.fight(plan.chosen(SoundAttacks.all()), sounds);
        tell("attacks by those who know how it works");
        var security = new Security(plan, measures, details);
        security.pictures(clips, pictures);
        security.sounds(tracks, sounds);
    }

    private void falsePositives(ExecutorService workers, List<Clip> clips, List<Track> tracks) throws IOException {
        var extent = plan.quick() ? FalsePositives.Extent.QUICK : FalsePositives.Extent.WHOLE;
        var falsely = new FalsePositives(workers, extent).look(clips, tracks);
        measures.add(Measure.ceiling("marks found where there are none", falsely.found(), "", 0));
        if (!plan.quick()) {
            measures.add(
                    Measure.floor("hypotheses decoded with wrong keys", falsely.hypotheses(), "", LEAST_HYPOTHESES));
        }
        double chance = Math.scalb((double) WatermarkDetector.MOST_TAG_TRIES, -WatermarkDetector.TAG_BITS);
        measures.add(Measure.ceiling("chance of a false mark by the tag, per key and file", chance * 1e9, "· 1e-9", 1));
        details.put("unmarked windows of 10 s × wrong keys", falsely.trials());
        details.put("hypotheses decoded from their pictures, sound", falsely.pictures() + ", " + falsely.sounds());
        details.put("messages put to the tag, in all", falsely.tagTries());
        details.put(
                "chance of a false mark, per key and file",
                String.format(
                        Locale.ROOT,
                        "≤ %,d messages put to the tag × 2^-%d = %.2g",
                        WatermarkDetector.MOST_TAG_TRIES,
                        WatermarkDetector.TAG_BITS,
                        chance));
    }

    private List<Marked> mark(List<Clip> clips, ExecutorService workers) throws IOException {
        List<Quality> qualities = clips.stream().map(clip -> new Quality()).toList();
        List<Marked> marked = new ArrayList<>();
        var running = new ArrayList<Future<Marked>>();
        for (int i = 0; i < clips.size(); i++) {
            Clip clip = clips.get(i);
            Quality quality = qualities.get(i);
            running.add(workers.submit(() -> Marked.of(clip, quality)));
        }
        double psnr = Double.MAX_VALUE;
        double ssim = 1;
        for (int i = 0; i < clips.size(); i++) {
            marked.add(Battle.await(running.get(i)));
            Quality quality = qualities.get(i);
            psnr = Math.min(psnr, quality.psnrDb());
            ssim = Math.min(ssim, quality.ssim());
            details.put(
                    "luma PSNR, SSIM: " + clips.get(i).name(),
                    String.format(Locale.ROOT, "%.2f dB, %.4f", quality.psnrDb(), quality.ssim()));
        }
        if (plan.wants("quality") && !clips.isEmpty() && clips.getFirst().seconds() == Track.SECONDS) {
            measures.add(Measure.floor("luma PSNR of the worst clip", psnr, "dB", LEAST_PSNR_DB));
            measures.add(Measure.floor("SSIM of the worst clip", ssim, "", LEAST_SSIM));
        }
        return marked;
    }

    private void soundQuality(List<Track> tracks, List<Marked> marked) throws IOException {
        double worst = Double.MAX_VALUE;
        for (int i = 0; i < tracks.size(); i++) {
            float[] before = Samples.read(tracks.get(i).file(), Track.RATE_HZ);
            float[] after = Samples.read(marked.get(i).file(), Track.RATE_HZ);
            double snr = SoundQuality.snrDb(before, after);
            worst = Math.min(worst, snr);
            details.put(
                    "sound SNR, noise to mask: " + tracks.get(i).name(),
                    String.format(Locale.ROOT, "%.2f dB, %.1f dB", snr, SoundQuality.noiseToMaskDb(before, after)));
        }
        if (plan.wants("quality") && !tracks.isEmpty()) {
            measures.add(Measure.floor("SNR of the worst track", worst, "dB", LEAST_SNR_DB));
        }
    }

    private static void tell(String what) {
        System.err.println(what + " …");
    }
}
