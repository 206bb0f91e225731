package studio.selfsame.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.host.EmbeddedStudio;
import studio.selfsame.media.Media;

/** From a portrait to a withdrawn video, as three people see it in their browsers. */
class CreatorJourneyTest {
    private static final Path PRESENTER = Path.of("presenters/ada");
    private static final int EXCERPT_SECONDS = 14;
    private static final int TRAINING_STEPS = 20;
    private static final int LONG_MS = 90_000;
    private static final String SENTENCE =
            "Every frame of this says that it was made, and so does every second of its sound, to anybody who asks.";

    @TempDir
    Path folder;

    @Test
    void journey_portraitToWithdrawal_isShownAndWorksAtEveryStep() throws Exception {
        EmbeddedStudio studio = WholeStudio.get();
        String url = studio.baseUrl().toString();
        var footage = CompletableFuture.supplyAsync(() -> Excerpt.cut(
                studio.room(Media.class),
                PRESENTER.resolve("footage.mp4"),
                EXCERPT_SECONDS,
                folder.resolve("footage.mp4")));
        try (Chromium chromium = Chromium.launch();
                Visitor creator = chromium.visitor("creator", url);
                Visitor referee = chromium.visitor("referee", url);
                Visitor anybody = chromium.visitor("anybody", url)) {
            signsIn(creator, studio);
            handsInPortrait(creator);
            approves(referee, studio, verificationOf(creator));
            enrols(creator, footage.join());
            agrees(creator);
            trains(creator);
            renders(creator);
            Path video = watches(creator);
            sendsTakes(creator, studio.room(Media.class));
            inspects(anybody, video, "in-force", "Made here, and the person shown agrees.");
            withdraws(creator);
            inspects(anybody, video, "withdrawn", "Made here, but the person shown has withdrawn.");

            assertThat(Stream.of(creator, referee, anybody).flatMap(one -> one.complaints().stream()))
                    .isEmpty();
        }
    }

    private static void signsIn(Visitor creator, EmbeddedStudio studio) throws IOException {
        String account = "creator-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        studio.admin().createAccount(account, password, Set.of());
        creator.page().navigate("/");
        creator.page().getByText("Your own likeness, and only yours").waitFor();
        creator.look("01-welcome");
        creator.signIn(account, password);
    }

    private static void handsInPortrait(Visitor creator) throws IOException {
        creator.look("02-start");
        choose(creator, "identity", PRESENTER.resolve("portrait.jpg"));
        creator.page().getByText("Your portrait is with a referee").waitFor();
        creator.look("03-awaiting-referee");
    }

    private static void approves(Visitor referee, EmbeddedStudio studio, String verification) throws IOException {
        String password = Files.readAllLines(studio.accounts()).stream()
                .filter(line -> line.startsWith("referee "))
                .map(line -> line.substring("referee ".length()))
                .findFirst()
                .orElseThrow();
        referee.page().navigate("/");
        referee.signIn("referee", password);
        referee.page().navigate("/referee.html");
        Locator waiting = referee.page().locator("[data-verification='" + verification + "']");
        waiting.waitFor();
        assertThat(waiting.locator("img")).hasJSProperty("naturalWidth", 600);
        assertThat(waiting.getByText("It is them", new Locator.GetByTextOptions().setExact(true)))
                .isDisabled();
        waiting.getByLabel("What did you see that proves it is them?").fill("passport, in person");
        waiting.getByText("Of age, by their document").click();
        waiting.getByText("No", new Locator.GetByTextOptions().setExact(true)).click();
        referee.look("1-portrait");
        waiting.getByText("It is them", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(waiting).hasCount(0);
        referee.look("2-decided");
    }

    private static String verificationOf(Visitor creator) {
        return (String) creator.page().evaluate("async () => (await (await fetch('/api/me')).json()).verification.id");
    }

    private static void enrols(Visitor creator, Path footage) throws IOException {
        reaches(creator, "identity", "done");
        creator.look("04-verified");
        choose(creator, "enrolment", footage);
        creator.page().locator("[data-step=enrolment] [role=progressbar]").waitFor();
        creator.look("05-analysing");
        reaches(creator, "enrolment", "done");
        assertThat(step(creator, "enrolment")).containsText("720 × 720");
        assertThat(step(creator, "enrolment")).containsText("1 of 1");
    }

    private static void agrees(Visitor creator) throws IOException {
        reaches(creator, "consent", "open");
        creator.look("06-asked");
        for (String box : List.of("Create my likeness.", "Use my likeness.", "My face.", "Training.")) {
            assertThat(creator.button("I agree")).isDisabled();
            step(creator, "consent").locator("label").getByText(box).click();
        }
        assertThat(creator.button("I agree")).isEnabled();
        creator.look("06-consent");
        creator.button("I agree").click();
        reaches(creator, "consent", "done");
    }

    private static void trains(Visitor creator) throws IOException {
        creator.page().getByText("Settings").click();
        Locator steps = creator.page().getByLabel("Steps");
        assertThat(steps).hasValue("500");
        steps.fill(Integer.toString(TRAINING_STEPS));
        steps.blur();
        creator.look("07-settings");
        creator.button("Train my likeness").click();
        Locator curve = creator.page().locator("figure.curve svg");
        assertThat(curve).isVisible(new IsVisibleOptions().setTimeout(LONG_MS));
        assertThat(step(creator, "training")).hasAttribute("data-state", "open");
        creator.look("08-training");
        reaches(creator, "training", "done");
        assertThat(step(creator, "training")).containsText("step " + TRAINING_STEPS);
        assertThat(step(creator, "training")).containsText("dB");
        creator.look("09-trained");
    }

    private static void renders(Visitor creator) throws IOException {
        creator.page().getByLabel("Script, in English").fill(SENTENCE);
        creator.button("Speak it").click();
        reaches(creator, "script", "done");
        assertThat(step(creator, "script")).containsText("21 words");
        creator.button("Render the video").click();
        creator.page().locator("[data-step=render] [role=progressbar]").waitFor();
        creator.look("10-rendering");
        reaches(creator, "render", "done");
    }

    private Path watches(Visitor creator) throws Exception {
        Locator video = creator.page().locator("article.output video");
        video.waitFor();
        var played = video.evaluate("""
                async v => {
                    v.muted = true;
                    await v.play();
                    await new Promise(on => v.addEventListener('timeupdate', () => v.currentTime > 0.2 && on()));
                    v.pause();
                    return v.duration;
                }
                """);
        assertThat(((Number) played).doubleValue()).isBetween(3.0, 15.0);
        creator.look("11-video");
        Download download = creator.page()
                .waitForDownload(() -> creator.page().getByText("Download").click());
        Path file = folder.resolve("video.mp4");
        download.saveAs(file);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(Arrays.copyOfRange(bytes, 4, 8), StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(creator.page().locator("article.output .hash")).hasText(sha256);
        assertThat(creator.page().locator("article.output")).containsText("consent in force");
        return file;
    }

    /** One that is too short, to be told so, and one that is followed. */
    private void sendsTakes(Visitor creator, Media media) throws IOException {
        creator.page()
                .getByText("Takes", new Page.GetByTextOptions().setExact(true))
                .click();
        creator.page().getByText("Nothing yet.").waitFor();
        for (int seconds : new int[] {1, 4}) {
            Path take = Excerpt.cut(
                    media, PRESENTER.resolve("footage.mp4"), seconds, folder.resolve("take-" + seconds + ".mp4"));
            creator.page().locator("input[type=file]").setInputFiles(take);
            creator.page().getByText("take-" + seconds + ".mp4 has arrived.").waitFor();
            take(creator, seconds == 1 ? "refused" : "ready").waitFor(new Locator.WaitForOptions().setTimeout(LONG_MS));
        }
        assertThat(take(creator, "refused").locator("[data-reason='too-short']"))
                .isVisible();
        assertThat(take(creator, "ready")).containsText("4.0 seconds");
        take(creator, "ready").getByText("Delete").click();
        creator.look("11-takes");
        creator.button("Yes, delete it").click();
        assertThat(take(creator, "ready")).hasCount(0);
        assertThat(creator.page().getByText("What you sent")).isFocused();
        creator.page().navigate("/");
        creator.button("Withdraw my consent").waitFor();
    }

    private static Locator take(Visitor creator, String state) {
        return creator.page().locator("article[data-state=" + state + "]");
    }

    private static void withdraws(Visitor creator) throws IOException {
        creator.button("Withdraw my consent").click();
        creator.look("12-sure");
        creator.button("Yes, destroy it now").click();
        assertThat(creator.page().locator("article.output")).hasAttribute("data-state", "withdrawn");
        reaches(creator, "consent", "stopped");
        reaches(creator, "render", "waiting");
        assertThat(creator.page().locator("video")).hasCount(0);
        creator.look("13-withdrawn");
    }

    private static void inspects(Visitor anybody, Path video, String verdict, String told) throws IOException {
        anybody.page().navigate("/inspect.html");
        anybody.page().getByText("Was this made here?").waitFor();
        anybody.look("1-before-" + verdict);
        anybody.drops(video, anybody.page().getByText("Drop a video"));
        assertThat(anybody.page().locator("[data-verdict=" + verdict + "] h2"))
                .hasText(told, new HasTextOptions().setTimeout(LONG_MS));
        anybody.page().getByText("Details").click();
        anybody.look("2-" + verdict);
    }

    private static void choose(Visitor creator, String step, Path file) {
        step(creator, step).locator("input[type=file]").setInputFiles(file);
    }

    private static Locator step(Visitor creator, String id) {
        return creator.page().locator("[data-step=" + id + "]");
    }

    private static void reaches(Visitor creator, String step, String state) {
        Locator there = step(creator, step).and(creator.page().locator("[data-state=" + state + "]"));
        Locator problem = creator.page().locator(".problem");
        there.or(problem).first().waitFor(new Locator.WaitForOptions().setTimeout(LONG_MS));
        assertThat(problem.allInnerTexts()).isEmpty();
    }
}
