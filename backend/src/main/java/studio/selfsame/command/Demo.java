package studio.selfsame.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import studio.selfsame.command.DemoSummary.RefusedAttempt;
import studio.selfsame.command.Journey.Enrolled;
import studio.selfsame.command.Journey.Unproven;
import studio.selfsame.media.Media;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main job from sign-in to withdrawal, over the real HTTP API with real tokens. Every stage must prove what it
 * should; the first that does not ends the demo.
 */
final class Demo {
    private final DemoOptions options;
    private final DemoCast cast;
    private final Media media;
    private final Stopwatch watch;
    private final Journey journey;
    private final List<RefusedAttempt> refusals = new ArrayList<>();
    private final Map<String, JsonNode> inspection = new LinkedHashMap<>();

    Demo(DemoOptions options, DemoCast cast, Media media, Stopwatch watch) {
        this.options = options;
        this.cast = cast;
        this.media = media;
        this.watch = watch;
        this.journey = new Journey(cast.creator(), cast.referee());
    }

    /** Runs every stage. @throws Unproven when one did not prove what it should */
    DemoSummary run(MemoryPeak memory) {
        Path video = options.out().resolve("sealed.mp4");
        Path root = options.out().resolve("root.pem");
        watch.stage(
                "identity",
                () -> {
                    journey.verify(options.portrait());
                    return cast.creator().get("/api/me");
                },
                me -> "signed in at Keycloak; verified by a referee's recorded decision");
        Enrolled enrolled = watch.stage(
                "enrolment",
                () -> {
                    Enrolled e = journey.enrol(options.footage());
                    journey.consent(e);
                    return e;
                },
                e -> "%d frames usable, %d shot(s) matched to the portrait; consent granted"
                        .formatted(
                                e.report().path("usableFrames").asInt(),
                                StreamSupport.stream(e.report().path("shots").spliterator(), false)
                                        .filter(shot -> shot.path("matched").asBoolean())
                                        .count()));
        watch.stage(
                "training",
                () -> journey.train(enrolled, Map.of()),
                likeness -> "from that footage alone, " + metrics(likeness));
        JsonNode performance = watch.stage(
                "performance",
                () -> journey.perform(cast.creator(), enrolled.likenessId(), options.script()),
                p -> "%.1f s of speech, %d phones"
                        .formatted(
                                p.path("durationSeconds").asDouble(),
                                p.path("phones").size()));
        String renderId = journey.ask(cast.creator(), performance);
        JsonNode drawn = watch.stage(
                "rendering",
                () -> journey.drawn(renderId),
                r -> "%d frames in %d segments; permitted by %s"
                        .formatted(
                                r.path("frames").asInt(),
                                r.path("segments").path("total").asInt(),
                                permitted(r)));
        JsonNode sealed = watch.stage(
                "sealing",
                () -> {
                    JsonNode done = journey.sealed(renderId);
                    journey.download(done.path("outputId").asString(), video);
                    cast.anybody().download("/api/trust/root.pem", root);
                    return done;
                },
                s -> "labelled, marked in picture and sound, signed, verified: output "
                        + s.path("outputId").asString());
        String outputId = sealed.path("outputId").asString();
        watch.stage("inspection", () -> inspect(video, outputId), told -> told);
        watch.stage("withdrawal", () -> refuseAndWithdraw(enrolled, performance, video, outputId), told -> told);
        contactSheet(video, drawn);
        return new DemoSummary(
                video.toString(),
                outputId,
                root.toString(),
                watch.stages(),
                memory.mebibytes(),
                permitted(drawn),
                List.copyOf(refusals),
                inspection);
    }

    private String inspect(Path video, String outputId) {
        JsonNode whole = Journey.inspect(cast.anybody(), video);
        inspection.put("sealed", whole);
        expect("the sealed file", whole, "in-force", outputId);
        if (!whole.path("credentials").path("state").asString().equals("valid")) {
            throw new Unproven("the sealed file's Content Credentials are not valid: " + whole.path("credentials"));
        }
        Path half = options.out().resolve("half-size.mp4");
        HalfSize.copy(media, video, half);
        JsonNode copy = Journey.inspect(cast.anybody(), half);
        inspection.put("halfSize", copy);
        expect("the half-size copy", copy, "in-force", outputId);
        return "id read from the file and from a half-size re-encode; credentials valid; consent in force";
    }

    private String refuseAndWithdraw(Enrolled enrolled, JsonNode performance, Path video, String outputId) {
        refused(
                "another account asks to make this likeness speak",
                () -> journey.perform(cast.stranger(), enrolled.likenessId(), "I never said this."));
        journey.withdraw(enrolled.likenessId());
        refused("the person asks to render after withdrawing", () -> journey.ask(cast.creator(), performance));
        JsonNode report = Journey.inspect(cast.anybody(), video);
        inspection.put("afterWithdrawal", report);
        expect("the sealed file after withdrawal", report, "withdrawn", outputId);
        return "stranger refused; key destroyed; render refused; inspector says withdrawn";
    }

    private void refused(String attempt, Runnable request) {
        try {
            request.run();
        } catch (StudioClient.Refusal refusal) {
            List<String> reasons = StreamSupport.stream(
                            refusal.problem().path("reasons").spliterator(), false)
                    .map(reason -> reason.path("policyId").asString() + ": "
                            + reason.path("text").asString())
                    .toList();
            if (refusal.status() != 403 || reasons.isEmpty()) {
                throw new Unproven(attempt + " was answered " + refusal.getMessage() + ", not refused with reasons");
            }
            refusals.add(new RefusedAttempt(attempt, reasons));
            return;
        }
        throw new Unproven(attempt + ": it was permitted");
    }

    private static void expect(String what, JsonNode report, String verdict, String outputId) {
        if (!report.path("verdict").asString().equals(verdict)
                || !report.path("watermark").path("outputId").asString().equals(outputId)) {
            throw new Unproven(what + " was not found `" + verdict + "` with id " + outputId + " but: " + report);
        }
    }

    private void contactSheet(Path video, JsonNode drawn) {
        List<ContactSheet.Row> rows = StreamSupport.stream(drawn.path("samples").spliterator(), false)
                .map(s -> new ContactSheet.Row(
                        s.path("frame").asInt(), s.path("plateFrame").asInt()))
                .toList();
        try {
            ContactSheet.write(
                    media,
                    options.footage(),
                    video,
                    everyThird(rows),
                    options.out().resolve("contact-sheet.png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ContactSheet.Row> everyThird(List<ContactSheet.Row> rows) {
        List<ContactSheet.Row> some = new ArrayList<>();
        for (int i = 1; i < rows.size(); i += 3) {
            some.add(rows.get(i));
        }
        return some.isEmpty() ? rows : some;
    }

    private static List<String> permitted(JsonNode render) {
        return StreamSupport.stream(render.path("permittedBy").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String metrics(JsonNode likeness) {
        JsonNode metrics = likeness.path("provenance").path("metrics");
        return "held-out mouth %.1f dB (retrieval %.1f, mean face %.1f)"
                .formatted(
                        metrics.path("heldOutPsnrDb").asDouble(),
                        metrics.path("retrievalPsnrDb").asDouble(),
                        metrics.path("meanFacePsnrDb").asDouble());
    }

    /** Writes {@code summary.json} and {@code summary.txt}, and prints the latter. */
    void tell(DemoSummary summary, PrintStream out) throws IOException {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(options.out().resolve("summary.json"), json.writeValueAsString(summary));
        String text = DemoText.of(summary);
        Files.writeString(options.out().resolve("summary.txt"), text);
        out.print(text);
    }
}
