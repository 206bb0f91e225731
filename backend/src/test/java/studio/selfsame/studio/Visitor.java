package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody before a browser window of their own, whose console is read over their shoulder. */
final class Visitor implements AutoCloseable {
    private static final Path PICTURES = Path.of("target/browser");
    private static final int DESKTOP_PX = 1280;
    private static final int PHONE_PX = 390;
    /** Nothing is cut off that narrow, which is also what 1280 pixels are to who needs everything four times as large (WCAG 1.4.10). */
    private static final int REFLOW_PX = 320;

    private static final int HEIGHT_PX = 844;
    private static final int USUAL_MS = 20_000;
    private static final int DRAG_COPIES = 1;
    private static final int LOOK_EVERY_MS = 100;
    /** Longer than a page waits before it asks again. */
    private static final int STILL_LOOKS = 8;

    private static final int MOST_LOOKS = 100;
    private static final String HEIGHT = "() => document.documentElement.scrollHeight";
    /** What axe-core calls the rules of WCAG 2.2, levels A and AA. */
    private static final String RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']";

    private static final String SEVERE = """
            async () => (await axe.run({runOnly: {type: 'tag', values: %s}})).violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join('; '))
            """.formatted(RULES);

    private static final String WIDER_THAN_WINDOW =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(String name, Browser browser, String baseUrl) {
        this.name = name;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setBypassCSP(false)
                .setViewportSize(DESKTOP_PX, HEIGHT_PX));
        context.setDefaultTimeout(USUAL_MS);
        this.page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("uncaught: " + error));
    }

    Page page() {
        return page;
    }

    Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** Through the realm's own page; ends at the studio's start page. */
    void signIn(String account, String password) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.locator("#username").fill(account);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        button("Sign out").waitFor();
    }

    /** Has an authenticator from here on that knows its user and answers for them at once. */
    void plugInAuthenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject added = new JsonObject();
        added.add("options", options);
        CDPSession tools = context.newCDPSession(page);
        tools.send("WebAuthn.enable");
        tools.send("WebAuthn.addVirtualAuthenticator", added);
    }

    /** Drags a file from outside the browser to this place, and lets go. */
    void drops(Path file, Locator place) {
        BoundingBox box = place.boundingBox();
        JsonArray files = new JsonArray();
        files.add(file.toAbsolutePath().toString());
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", DRAG_COPIES);
        CDPSession tools = context.newCDPSession(page);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", box.x + box.width / 2);
            event.addProperty("y", box.y + box.height / 2);
            event.add("data", data);
            tools.send("Input.dispatchDragEvent", event);
        }
    }

    /** Waits until nothing moves any more: what is pressed on a page that still fills up may slip away from under the pointer. */
    void settles() {
        Object height = page.evaluate(HEIGHT);
        for (int still = 0, left = MOST_LOOKS; still < STILL_LOOKS && left > 0; left--) {
            page.waitForTimeout(LOOK_EVERY_MS);
            Object now = page.evaluate(HEIGHT);
            still = now.equals(height) ? still + 1 : 0;
            height = now;
        }
    }

    /** Keeps pictures of the page, narrow and wide; none is cut off, and the wide one has no severe fault of access. */
    void look(String station) throws IOException {
        for (int width : new int[] {REFLOW_PX, PHONE_PX, DESKTOP_PX}) {
            page.setViewportSize(width, HEIGHT_PX);
            picture(station + "-" + width);
            assertThat(page.evaluate(WIDER_THAN_WINDOW))
                    .as("%s at %d px", station, width)
                    .isEqualTo(0);
        }
        page.evaluate(Files.readString(Chromium.axe()));
        assertThat((List<?>) page.evaluate(SEVERE)).as(station).isEmpty();
    }

    private void picture(String of) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + of + ".png"))
                .setFullPage(true));
    }

    /** Errors and violations of the content policy that the browser told of, but for the question who is signed in. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void hear(ConsoleMessage message) {
        boolean signedOut =
                message.text().contains("status of 401") && message.location().contains("/api/");
        if (message.type().equals("error") && !signedOut) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    /** Keeps a picture of what was seen last, which tells most where a test has failed. */
    @Override
    public void close() {
        picture("last");
        context.close();
    }
}
