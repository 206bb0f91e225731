package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static studio.selfsame.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.command.DemoCast;
import studio.selfsame.command.Journey;
import studio.selfsame.command.Journey.Enrolled;
import studio.selfsame.command.LikenessBackup;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.vault.DataKeyId;
import tools.jackson.databind.JsonNode;

/** One trained likeness: its renders outlive their workers, stay its owner's, and end with the owner's consent. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RenderSurvivesTest {
    private static final String LONG_SENTENCE =
            "This sentence goes on for quite a while, so that several workers have a part of it to draw.";
    private static final Duration RENDER = Duration.ofMinutes(3);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static DemoCast cast;
    private static Journey journey;
    private static Enrolled enrolled;
    private static JsonNode performance;
    private static String sealedRender;

    @BeforeAll
    static void trainOnce() {
        Path footage = Clips.adaFromAPhone(folder.resolve("ada.mp4"), 14);
        cast = WholeStudio.cast();
        journey = WholeStudio.journey(cast);
        journey.verify(Clips.adasPortrait());
        enrolled = journey.enrol(footage);
        journey.consent(enrolled);
        journey.train(enrolled, Map.of("steps", 5));
        performance = journey.perform(cast.creator(), enrolled.likenessId(), LONG_SENTENCE + " It ends here.");
    }

    @Test
    @Order(1)
    void render_workerKilledInTheMiddle_isSealedWithEveryFrameOnce() throws Exception {
        sealedRender = journey.ask(cast.creator(), performance);

        WorkerKill.inTheMiddleOf("rendering.segment", sealedRender, 1);

        JsonNode sealed = Strict.reached(cast.creator(), "/api/renders/" + sealedRender, "sealed", RENDER);
        int total = sealed.path("segments").path("total").asInt();
        assertThat(total).isGreaterThanOrEqualTo(3);
        assertThat(segmentRows(sealedRender))
                .containsExactlyElementsOf(IntStream.range(0, total).boxed().toList());
        assertThat(WorkerKill.deaths(sealedRender)).isEqualTo(1);
        Path video = folder.resolve("sealed.mp4");
        journey.download(sealed.path("outputId").asString(), video);
        assertThat(Clips.frames(video)).isEqualTo(sealed.path("frames").asInt());
        assertThat(Stored.objects("render", sealedRender)).isEmpty();
        assertThat(Stored.files(WholeStudio.home().resolve("scratch/sealing"))).isEmpty();
    }

    /** Drawn into footage of uneven times, of a person who was filmed in silence. */
    @Test
    @Order(2)
    void render_ofFootageFromAPhone_playsEvenlyForAsLongAsItsSound() {
        try (MediaReader reader = Media.alone().open(folder.resolve("sealed.mp4"))) {
            assertThat(reader.unevenTimesUs()).isEmpty();
            FrameRate rate = reader.evenRate();
            assertThat(rate).isEqualTo(new FrameRate(25, 1));
            AudioSamples sound = reader.readAudio(16_000, 1).orElseThrow();
            int frames = Clips.frames(folder.resolve("sealed.mp4"));
            assertThat(sound.durationUs()).isCloseTo(rate.timeUs(frames), offset(100_000L));
        }
    }

    @Test
    @Order(3)
    void preflight_oneSentenceChanged_findsTheOtherDrawnAlready() {
        JsonNode changed = journey.perform(cast.creator(), enrolled.likenessId(), LONG_SENTENCE + " It is over.");
        JsonNode asked = cast.creator()
                .post(
                        "/api/preflights",
                        Map.of("performanceId", changed.path("id").asString()));

        JsonNode done = Strict.reached(
                cast.creator(), "/api/preflights/" + asked.path("id").asString(), "done", SOON);

        JsonNode report = done.path("report");
        assertThat(report.path("reusableSegments").asInt())
                .as("all but the short sentence")
                .isEqualTo(report.path("segments").asInt() - 1)
                .isGreaterThanOrEqualTo(2);
        assertThat(report.path("drawnFrames").asInt()).isPositive();
        Strict.refused(
                404,
                () -> cast.stranger().get("/api/preflights/" + asked.path("id").asString()));
    }

    @Test
    @Order(4)
    void recordings_ofOneselfAndOfAStranger_arePreparedAndRefused() throws Exception {
        Map<String, Object> words = Map.of("likenessId", enrolled.likenessId(), "language", "en-US", "kind", "take");
        String own = recorded(words, Map.of("take", Clips.resource(folder, "ada_4s.mp4")));
        Map<String, Object> heard =
                Map.of("likenessId", enrolled.likenessId(), "language", "en-US", "kind", "sound", "voice", "own");
        String voice = recorded(heard, Map.of("sound", folder.resolve("ada_4s.mp4")));
        String strangers = recorded(words, Map.of("take", Clips.resource(folder, "bo_2s.mp4")));

        JsonNode ready = Strict.reached(cast.creator(), own, "ready", SOON);
        assertThat(ready.path("durationSeconds").asDouble()).isEqualTo(4);
        assertThat(Strict.reached(cast.creator(), voice, "ready", SOON).path("phones"))
                .hasSizeGreaterThan(10);
        JsonNode refused = Strict.reached(cast.creator(), strangers, "refused", SOON);
        Strict.isWhole(refused.path("problem"));
        assertThat(refused.path("reasons").findValuesAsString("code")).containsExactly("too-short", "another-person");
        eventually(
                SOON,
                () -> assertThat(
                                Stored.objects("performance", refused.path("id").asString()))
                        .as("nothing of what is refused is kept")
                        .isEmpty());
        assertThat(Stored.objects("performance", ready.path("id").asString()))
                .as("take, face track, sound")
                .hasSize(3);
    }

    @Test
    @Order(5)
    void render_ofATakeAndOfOnesOwnVideo_isSealed() throws Exception {
        Path clip = folder.resolve("ada_4s.mp4");
        Map<String, Object> take = Map.of("likenessId", enrolled.likenessId(), "language", "en-US", "kind", "take");
        Map<String, Object> relip =
                Map.of("likenessId", enrolled.likenessId(), "language", "en-US", "kind", "relip", "voice", "own");
        String followed = recorded(take, Map.of("take", clip));
        String redone = recorded(relip, Map.of("video", clip, "sound", clip));
        // both before either is drawn: what looks and sounds like an output is not taken in any more
        List<JsonNode> performances = List.of(
                Strict.reached(cast.creator(), followed, "ready", SOON),
                Strict.reached(cast.creator(), redone, "ready", SOON));
        for (JsonNode ready : performances) {
            String render = journey.ask(cast.creator(), ready);
            JsonNode sealed = Strict.reached(cast.creator(), "/api/renders/" + render, "sealed", RENDER);
            Path video = folder.resolve(render + ".mp4");
            journey.download(sealed.path("outputId").asString(), video);
            assertThat(Clips.frames(video)).isEqualTo(100);
            assertThat(sealed.path("preflight").path("drawnFrames").asInt()).isEqualTo(100);
        }
    }

    private static String recorded(Map<String, Object> request, Map<String, Path> files) {
        JsonNode begun = cast.creator().upload("/api/performances/recorded", "performance", request, files);
        assertThat(begun.path("state").asString()).isEqualTo("preparing");
        return "/api/performances/" + begun.path("id").asString();
    }

    @Test
    @Order(6)
    void render_ofSomebodyElse_isNotShown() {
        JsonNode render = cast.creator().get("/api/renders/" + sealedRender);
        String output = "/api/outputs/" + render.path("outputId").asString();

        Strict.refused(404, () -> cast.stranger().get("/api/likenesses/" + enrolled.likenessId()));
        Strict.refused(404, () -> cast.stranger().get("/api/renders/" + sealedRender));
        Strict.refused(404, () -> cast.stranger().get(output + "/file"));
        Strict.refused(401, () -> cast.anybody().get(output + "/file"));
        assertThat(cast.stranger().get("/api/renders")).isEmpty();
        assertThat(cast.anybody().get(output).path("state").asString()).isEqualTo("in-force");
    }

    @Test
    @Order(7)
    void render_askedTwiceWithOneKey_isMadeOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body =
                Map.of("performanceId", performance.path("id").asString());

        JsonNode first = cast.creator().post("/api/renders", body, key);
        JsonNode second = cast.creator().post("/api/renders", body, key);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        String path = "/api/renders/" + first.path("id").asString();
        cast.creator().post(path + "/cancellation", Map.of());
        Strict.reached(cast.creator(), path, "cancelled", AT_ONCE);
    }

    @Test
    @Order(8)
    void withdrawal_whileARenderRuns_endsItAndEverythingItNeeds() throws Exception {
        DataKeyId key = Stored.keyOfEnrolment(enrolled.enrolmentId());
        // other words than before: what is drawn already would not be drawn again
        JsonNode unheard = journey.perform(
                cast.creator(),
                enrolled.likenessId(),
                "Whoever is shown here may end it at any time, and whatever was being made of them ends with it. "
                        + "They need no reason for it, and they need to ask nobody, neither here nor anywhere else. "
                        + "What had been drawn of them by then cannot be opened any more, not even by the studio. "
                        + "And so that there is time enough to end it in the middle, this goes on for a while yet.");
        String render = journey.ask(cast.creator(), unheard);
        eventually(
                SOON,
                () -> assertThat(cast.creator().get("/api/work/" + render))
                        .anyMatch(work -> work.path("kind").asString().equals("rendering.segment")
                                && work.path("state").asString().equals("running")
                                && work.path("fraction").asDouble() > 0));
        // held still: reading the backup back must not give them time to draw the rest
        LikenessBackup backup = WorkerKill.allHeldDuring(() -> {
            LikenessBackup taken = LikenessBackup.take(
                    WholeStudio.get(),
                    WholeStudio.home(),
                    enrolled.enrolmentId(),
                    List.of(
                            "enrolment/" + enrolled.enrolmentId(),
                            "likeness/" + enrolled.likenessId(),
                            "performance/" + unheard.path("id").asString(),
                            "drawn/" + enrolled.likenessId(),
                            "render/" + render));
            assertThat(taken.readable())
                    .as("while consent stands")
                    .containsExactlyInAnyOrderElementsOf(taken.objects());
            return taken;
        });
        assertThat(backup.objects())
                .as("footage, weights, what is said, scratch")
                .anyMatch(object -> object.startsWith("enrolment/") && object.endsWith("/footage"))
                .anyMatch(object -> object.startsWith("likeness/") && object.endsWith("/model"))
                .anyMatch(object -> object.startsWith("performance/") && object.endsWith("/utterance"))
                .anyMatch(object -> object.startsWith("drawn/"))
                .anyMatch(object -> object.startsWith("render/") && object.endsWith("/motion"));
        byte[] wrapped = Stored.wrapped(key);
        assertThat(Stored.holding(wrapped)).containsExactly(Stored.fileOf(key));

        journey.withdraw(enrolled.likenessId());

        JsonNode ended = Strict.reached(cast.creator(), "/api/renders/" + render, "refused", AT_ONCE);
        Strict.isWhole(ended.path("problem"));
        assertThat(ended.path("segments").path("done").asInt())
                .as("stopped before the rest was drawn")
                .isLessThan(ended.path("segments").path("total").asInt());
        assertThat(Stored.isDestroyed(key)).isTrue();
        assertThat(backup.readable()).as("from a backup").isEmpty();
        assertThat(Stored.holding(wrapped)).as("database, objects and keys").isEmpty();
        assertThat(Stored.objects("output", render + ".mp4")).isEmpty();
        assertThat(cast.creator().get("/api/outputs"))
                .noneMatch(output -> output.path("renderId").asString().equals(render));
        eventually(SOON, () -> {
            assertThat(cast.creator().get("/api/work/" + render))
                    .noneMatch(work -> work.path("state").asString().equals("running"));
            assertThat(Stored.objects("render", render)).isEmpty();
            assertThat(Stored.objects("likeness", enrolled.likenessId())).isEmpty();
            assertThat(Stored.objects("drawn", enrolled.likenessId())).isEmpty();
            assertThat(Stored.objects("enrolment", enrolled.enrolmentId())).isEmpty();
        });
        Strict.refused(403, () -> journey.ask(cast.creator(), unheard));
        assertThat(cast.creator()
                        .get("/api/likenesses/" + enrolled.likenessId())
                        .path("state")
                        .asString())
                .isEqualTo("withdrawn");
    }

    private static List<Integer> segmentRows(String render) {
        return WholeStudio.get()
                .room(JdbcClient.class)
                .sql("select index from render_segment where render_id = ?::uuid order by index")
                .param(render)
                .query(Integer.class)
                .list();
    }
}
