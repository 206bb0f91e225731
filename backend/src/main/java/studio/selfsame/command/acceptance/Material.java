package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Which clips and tracks a plan works on. */
final class Material {
    private static final int LONG_SECONDS = 30;
    private static final List<String> SCENES = List.of("talking", "pan", "text", "dark", "flat", "grain");

    private final Corpus corpus;
    private final Plan plan;

    Material(Corpus corpus, Plan plan) {
        this.corpus = corpus;
        this.plan = plan;
    }

    /** Of ten seconds: 720p first, so that few clips are different scenes. */
    List<Clip> clips(ExecutorService workers) throws IOException {
        List<Callable<Clip>> wanted = new ArrayList<>();
        if (!plan.wantsSome(List.of("V", "S", "quality", "false"))) {
            return List.of();
        }
        List<String> scenes = plan.quick() ? List.of("talking", "pan") : SCENES;
        for (String scene : scenes) {
            wanted.add(() -> corpus.clip(scene, 1280, 720, Track.SECONDS));
        }
        if (!plan.quick()) {
            for (String scene : scenes) {
                wanted.add(() -> corpus.clip(scene, 1920, 1080, Track.SECONDS));
            }
            real("actor_kitchen_20s.mp4", wanted);
            real("actor_outdoors_10s.mp4", wanted);
        }
        return made(wanted.subList(0, Math.min(plan.clips(), wanted.size())), workers);
    }

    /** Of thirty seconds, for the attacks of tier B; none where not every scene is wanted. */
    List<Clip> longer(ExecutorService workers) throws IOException {
        boolean part = plan.quick() || !plan.wantsSome(List.of("V")) || plan.clips() < SCENES.size();
        List<Callable<Clip>> wanted = part
                ? List.of()
                : List.of(
                        () -> corpus.clip("talking", 1280, 720, LONG_SECONDS),
                        () -> corpus.clip("dark", 1280, 720, LONG_SECONDS),
                        () -> corpus.clip("grain", 1280, 720, LONG_SECONDS));
        return made(wanted, workers);
    }

    List<Track> tracks() throws IOException {
        if (!plan.wantsSome(List.of("A", "S2", "quality", "false"))) {
            return List.of();
        }
        List<Track> tracks = new ArrayList<>(List.of(corpus.track("speech"), corpus.track("music")));
        if (!plan.quick()) {
            tracks.add(corpus.track("whisper"));
            Path actor = plan.footage().resolve("actor_kitchen_20s.mp4");
            if (Files.isReadable(actor)) {
                tracks.add(corpus.realSpeech(actor));
            }
        }
        return tracks;
    }

    private void real(String name, List<Callable<Clip>> wanted) {
        Path footage = plan.footage().resolve(name);
        if (Files.isReadable(footage)) {
            wanted.add(() -> corpus.real(footage, 1080, 1920));
        }
    }

    private static List<Clip> made(List<Callable<Clip>> wanted, ExecutorService workers) throws IOException {
        List<Future<Clip>> running = wanted.stream().map(workers::submit).toList();
        List<Clip> clips = new ArrayList<>();
        for (Future<Clip> clip : running) {
            clips.add(Battle.await(clip));
        }
        return clips;
    }
}
