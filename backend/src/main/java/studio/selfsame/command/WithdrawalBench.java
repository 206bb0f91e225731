package studio.selfsame.command;

import static studio.selfsame.command.BenchReport.Gate.atMost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.host.EmbeddedStudio;
import studio.selfsame.media.Media;
import tools.jackson.databind.JsonNode;

/**
 * Withdrawals while real workers train, draw and seal: how long the call takes, how long after it a worker still does
 * anything with the likeness, what of a backup taken just before can be read afterwards, and what came out.
 */
final class WithdrawalBench implements Bench {
    private static final int FOOTAGE_SECONDS = 10;
    private static final Map<String, Object> BRIEF_TRAINING = Map.of("steps", 30);
    private static final String SCRIPT =
            "This goes on for a while, so that several workers have a part of it to draw, and one of them has it all to"
                    + " seal. Whoever is shown may stop it at any moment, and then it stops.";
    /** The guide's promise. */
    private static final double MOST_SECONDS = 5;

    private static final long BETWEEN_LOOKS_NANOS = 2_000_000;

    /** What the workers are in the middle of. */
    private enum Moment {
        TRAINING("likeness.train"),
        DRAWING("rendering.segment"),
        SEALING("sealing.seal");

        private final String work;

        Moment(String work) {
            this.work = work;
        }
    }

    /**
     * @param returned seconds from the call to its return
     * @param still seconds from the call to the last sign of a worker's doing anything with the likeness
     * @param kept objects of the backup
     * @param readable of these, afterwards
     * @param outputs that came of it
     */
    private record Measured(Moment moment, double returned, double still, int kept, int readable, int outputs) {}

    /**
     * @param subject of the work that is interrupted
     * @param folders of the object store that are the likeness's
     */
    private record Begun(Journey.Enrolled enrolled, String subject, List<String> folders) {}

    @Override
    public String name() {
        return "withdrawal";
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        Path folder = Files.createTempDirectory("selfsame-bench");
        Path home = folder.resolve("home");
        Stopwatch watch = new Stopwatch(System.err);
        try (EmbeddedStudio studio = watch.stage(
                "start", () -> EmbeddedStudio.start(home, DemoCommand.ANY_FREE_PORT), s -> "studio on loopback")) {
            Path presenter = DemoOptions.presenter(DemoCommand.product());
            Path footage = folder.resolve("excerpt.mp4");
            RenderBench.transcode(
                    studio.room(Media.class), presenter.resolve("footage.mp4"), footage, FOOTAGE_SECONDS * 1_000_000L);
            DemoCast cast = DemoCast.at(studio);
            Journey journey = new Journey(cast.creator(), cast.referee());
            journey.verify(presenter.resolve("portrait.jpg"));
            List<Measured> all = new ArrayList<>();
            for (int round = 0; round < (options.quick() ? 1 : 5); round++) {
                for (Moment moment : Moment.values()) {
                    Begun begun = begin(journey, cast.creator(), footage, moment);
                    all.add(watch.stage(
                            moment.name().toLowerCase(Locale.ROOT),
                            () -> withdraw(studio, home, journey, cast.creator(), moment, begun),
                            m -> String.format(
                                    Locale.ROOT, "returned %.3f s, stopped %.3f s", m.returned(), m.still())));
                }
            }
            return report(all);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Begun begin(Journey journey, StudioClient creator, Path footage, Moment moment) {
        Journey.Enrolled enrolled = journey.enrol(footage);
        String likeness = enrolled.likenessId();
        journey.consent(enrolled);
        List<String> folders = new ArrayList<>(List.of("enrolment/" + enrolled.enrolmentId(), "likeness/" + likeness));
        if (moment == Moment.TRAINING) {
            creator.post(
                    "/api/likenesses/" + likeness + "/training",
                    Map.of("enrolmentId", enrolled.enrolmentId(), "settings", Map.of()));
            return new Begun(enrolled, likeness, folders);
        }
        journey.train(enrolled, BRIEF_TRAINING);
        JsonNode performance = journey.perform(creator, likeness, SCRIPT);
        String render = journey.ask(creator, performance);
        folders.add("performance/" + performance.path("id").asString());
        folders.add("render/" + render);
        folders.add("drawn/" + likeness);
        return new Begun(enrolled, render, folders);
    }

    private static Measured withdraw(
            EmbeddedStudio studio, Path home, Journey journey, StudioClient creator, Moment moment, Begun begun) {
        JdbcClient jdbc = studio.room(JdbcClient.class);
        creator.await("/api/work/" + begun.subject(), work -> isInTheMiddle(work, moment));
        var backup = LikenessBackup.take(studio, home, begun.enrolled().enrolmentId(), begun.folders());
        long called = System.nanoTime();
        journey.withdraw(begun.enrolled().likenessId());
        double returned = seconds(called);
        while (isBusy(jdbc, begun.subject())) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        double still = seconds(called);
        return new Measured(
                moment,
                returned,
                still,
                backup.objects().size(),
                backup.readable().size(),
                outputs(jdbc, begun.enrolled().likenessId()));
    }

    private static boolean isInTheMiddle(JsonNode work, Moment moment) {
        for (JsonNode one : work) {
            if (one.path("kind").asString().equals(moment.work)
                    && one.path("state").asString().equals("running")
                    && one.path("fraction").asDouble() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a worker holds any work about it: it lets go of a row when its handler has ended. */
    private static boolean isBusy(JdbcClient jdbc, String subject) {
        return jdbc.sql("""
                select exists (select from work w left join work_schedule s on s.task_instance = w.id::text
                    where w.subject = ?::uuid and (s.picked or w.state = 'RUNNING'))
                """).param(subject).query(Boolean.class).single();
    }

    private static int outputs(JdbcClient jdbc, String likeness) {
        return jdbc.sql("select count(*) from sealed_output where likeness_id = ?::uuid")
                .param(likeness)
                .query(Integer.class)
                .single();
    }

    private static BenchReport report(List<Measured> all) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("withdrawals", all.size());
        for (Moment moment : Moment.values()) {
            var these = all.stream().filter(one -> one.moment() == moment).toList();
            String name = "while " + moment.name().toLowerCase(Locale.ROOT);
            details.put(
                    name + ": call returned, median, s",
                    median(these.stream().map(Measured::returned).toList()));
            details.put(
                    name + ": last worker stopped, median, s",
                    median(these.stream().map(Measured::still).toList()));
        }
        details.put(
                "sealed objects in the backups",
                all.stream().mapToInt(Measured::kept).sum());
        return new BenchReport(
                "withdrawal",
                Machine.name(),
                List.of(
                        atMost(
                                "call returned, worst",
                                all.stream()
                                        .mapToDouble(Measured::returned)
                                        .max()
                                        .orElseThrow(),
                                "s",
                                MOST_SECONDS),
                        atMost(
                                "last worker stopped after the call, worst",
                                all.stream().mapToDouble(Measured::still).max().orElseThrow(),
                                "s",
                                MOST_SECONDS),
                        atMost(
                                "objects of the backups that can be read afterwards",
                                all.stream().mapToInt(Measured::readable).sum(),
                                "",
                                0),
                        atMost(
                                "outputs that came out",
                                all.stream().mapToInt(Measured::outputs).sum(),
                                "",
                                0)),
                details);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return Math.round(1000 * sorted.get(sorted.size() / 2)) / 1000.0;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
