package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.Media;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.AlreadyMarkedException;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.WatermarkEmbedder;
import studio.selfsame.watermark.WatermarkKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where files are decoded: a child process, so that only it dies of a file that kills decoders. */
final class WatermarkProcess {
    static final JsonMapper JSON = new JsonMapper();
    private static final int UNUSABLE = 4;

    private WatermarkProcess() {}

    /** The {@link WatermarkFindings} of a file. */
    static JsonNode detect(WatermarkOptions.Detect asked) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(asked.search().name(), absolute(asked.file())));
        asked.keys().forEach(key -> arguments.add(absolute(key)));
        return run("detect", arguments);
    }

    /** Writes the marked file and answers with the {@link WatermarkFindings} of what it wrote. */
    static JsonNode embed(WatermarkOptions.Embed asked, Path out) throws IOException {
        return run("embed", List.of(asked.id().toHex(), absolute(asked.in()), absolute(out), absolute(asked.key())));
    }

    private static JsonNode run(String verb, List<String> arguments) throws IOException {
        Path answer = Files.createTempFile("watermark", ".json");
        try {
            List<String> all = new ArrayList<>(List.of(answer.toString(), verb));
            all.addAll(arguments);
            int code = OwnProcess.run(List.of("-Xmx1g"), WatermarkProcess.class, all, Map.of());
            if (code != 0 && code != UNUSABLE) {
                throw ProblemException.unusable(
                        WatermarkOptions.STAGE,
                        "The process that reads the file died (exit code " + code + ").",
                        "Nothing can be said of the file and nothing was written.",
                        "The file may be broken or made to break its readers: do not trust it.");
            }
            JsonNode said = JSON.readTree(Files.readString(answer));
            if (code == UNUSABLE) {
                throw new ProblemException(ProblemException.Kind.UNUSABLE, JSON.treeToValue(said, Problem.class));
            }
            return said;
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    /** The child: ANSWER VERB and what the verb needs. Writes the findings, or with exit code 4 the problem. */
    public static void main(String[] arguments) throws IOException {
        Path answer = Path.of(arguments[0]);
        List<String> rest = List.of(arguments).subList(2, arguments.length);
        int code = 0;
        try {
            var findings = arguments[1].equals("embed") ? embed(rest) : detect(rest);
            Files.writeString(answer, JSON.writeValueAsString(findings));
        } catch (RuntimeException | OutOfMemoryError failure) {
            Files.writeString(answer, JSON.writeValueAsString(problem(failure)));
            code = UNUSABLE;
        }
        // natives may have left threads behind
        System.exit(code);
    }

    private static WatermarkFindings detect(List<String> asked) {
        List<WatermarkKey> keys = WatermarkKeys.read(
                asked.subList(2, asked.size()).stream().map(Path::of).toList());
        return new WatermarkSearch(keys, Search.valueOf(asked.get(0))).search(Media.alone(), Path.of(asked.get(1)));
    }

    private static WatermarkFindings embed(List<String> asked) {
        Payload id = Payload.ofHex(asked.get(0));
        WatermarkKey key = WatermarkKeys.read(List.of(Path.of(asked.get(3)))).getFirst();
        Path out = Path.of(asked.get(2));
        Media media = Media.alone();
        Path in = Path.of(asked.get(1));
        WatermarkSearch search = new WatermarkSearch(List.of(key), Search.COMMON);
        // the picture's embedder looks for itself, the sound's does not
        search.listen(media, in).id().ifPresent(there -> {
            throw alreadyMarked(there);
        });
        try {
            new WatermarkMarking(media, WatermarkEmbedder.create(key, id)).mark(in, out);
        } catch (AlreadyMarkedException marked) {
            throw alreadyMarked(marked.payload().toHex());
        }
        WatermarkFindings written = search.search(media, out);
        if (!written.found()) {
            throw ProblemException.unusable(
                    WatermarkOptions.STAGE,
                    "The mark cannot be read back from what was written: the material is too short, too still or too"
                            + " quiet to carry it.",
                    "Nothing was kept.",
                    "Mark a longer piece, ten seconds for instance.");
        }
        return written;
    }

    private static ProblemException alreadyMarked(String id) {
        return ProblemException.unusable(
                WatermarkOptions.STAGE,
                "The file is marked already, with the id " + id + ".",
                "Nothing was written: a second mark would hide the first.",
                "Mark the original, or keep this one as it is.");
    }

    private static Problem problem(Throwable failure) {
        @Nullable Problem known = Told.behind(failure);
        if (known != null) {
            return known;
        }
        String what = failure instanceof OutOfMemoryError ? "needs more memory than it may have" : "cannot be decoded";
        return new Problem(
                WatermarkOptions.STAGE,
                "The file " + what + " (" + failure.getClass().getSimpleName() + ").",
                "Nothing can be said of it and nothing was written.",
                "Convert it with another program and try again.");
    }
}
