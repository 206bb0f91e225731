package studio.selfsame.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** {@code ./selfsame watermark embed|detect|key}: the invisible mark on its own, without a studio. */
final class Watermark implements Command {
    static final int FOUND = 0;
    static final int NOT_FOUND = 1;
    static final int FAILED = 2;

    private final PrintStream out;

    Watermark() {
        this(System.out);
    }

    Watermark(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "watermark";
    }

    @Override
    public String summary() {
        return "the invisible mark: embed IN OUT --id HEX --key FILE, detect FILE --key FILE [--json] [--common],"
                + " key FILE [--name ID]; exit code 0 done or found, 1 not found, 2 error";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            return switch (WatermarkOptions.parse(arguments)) {
                case WatermarkOptions.Embed embed -> embed(embed);
                case WatermarkOptions.Detect detect -> detect(detect);
                case WatermarkOptions.Key key -> key(key);
            };
        } catch (ProblemException e) {
            Told.problem(e.problem());
        } catch (IOException e) {
            Told.problem(new Problem(
                    WatermarkOptions.STAGE,
                    "A file could not be read or written: " + e.getMessage(),
                    "Nothing was kept.",
                    "Check the folder, its permissions and the room on its disk."));
        } catch (InvalidPathException e) {
            Told.problem(
                    unusable("`" + e.getInput() + "` is no path.", "Check it.").problem());
        }
        return FAILED;
    }

    private int key(WatermarkOptions.Key asked) {
        String name = WatermarkKeys.make(asked.file(), asked.name());
        out.println("`" + asked.file() + "` holds the key " + name
                + ". Whoever has it can read, forge and remove marks; without it nobody can read them.");
        return FOUND;
    }

    private int detect(WatermarkOptions.Detect asked) throws IOException {
        WatermarkKeys.read(asked.keys());
        checkReadable(asked.file());
        JsonNode said = WatermarkProcess.detect(asked);
        out.println(asked.json() ? said.toPrettyString() : told(said));
        return said.path("found").asBoolean() ? FOUND : NOT_FOUND;
    }

    private int embed(WatermarkOptions.Embed asked) throws IOException {
        WatermarkKeys.read(List.of(asked.key()));
        checkReadable(asked.in());
        WatermarkLimits.checkName(asked.out());
        Path folder = asked.out().toAbsolutePath().resolveSibling("");
        checkFree(asked, folder);
        // a folder of its own beside the destination: whatever dies half-way, it can be cleared and nothing else is
        // there
        Path scratch = Files.createTempDirectory(folder, ".selfsame-");
        CountDownLatch cleared = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(cleared)));
        try {
            Path draft = scratch.resolve("marked." + WatermarkLimits.ending(asked.out()));
            JsonNode said = WatermarkProcess.embed(asked, draft);
            checkFree(asked, folder);
            Files.move(draft, asked.out());
            out.println("written: " + asked.out() + "\n" + told(said));
            return FOUND;
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
            cleared.countDown();
        }
    }

    private static void checkReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unusable("There is no readable file `" + file + "`.", "Check the path.");
        }
    }

    private static void checkFree(WatermarkOptions.Embed asked, Path folder) throws IOException {
        if (Files.exists(asked.out())) {
            throw Files.isSameFile(asked.in(), asked.out())
                    ? unusable("A file cannot be marked into itself.", "Give another name for the marked file.")
                    : unusable("`" + asked.out() + "` is there already.", "Remove it, or give another name.");
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw unusable("`" + folder + "` is no folder that can be written to.", "Make it, or choose another.");
        }
    }

    private static String told(JsonNode findings) {
        return String.join(
                "\n",
                WatermarkProcess.JSON
                        .treeToValue(findings, WatermarkFindings.class)
                        .told());
    }

    /** Ctrl-C ends us only after the half-written file is gone. */
    private static void await(CountDownLatch cleared) {
        try {
            cleared.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProblemException unusable(String cause, String remedy) {
        return ProblemException.unusable(WatermarkOptions.STAGE, cause, "Nothing was done.", remedy);
    }
}
