package studio.selfsame.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What people do on the page of releases. */
final class ReleaseDesk {
    static final String SCRIPT = "The light on the rock has not gone out, and nobody asked it to.";

    private final Visitor visitor;
    private final Page page;

    ReleaseDesk(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    /** Opens a link signed out, signs in, and is back with it. */
    void arrives(String link, Party party) {
        page.navigate(link);
        party.signsInOn(visitor);
        visitor.plugInAuthenticator();
        page.waitForURL("**/release.html");
        visitor.settles();
    }

    String letsIn(String organisation) throws IOException {
        field("Name, as it signs contracts").fill(organisation);
        press("Let it in");
        String link = link("Link for the first person of " + organisation);
        visitor.look("1-organisation");
        return link;
    }

    void comesIn() {
        press("Come in");
        press("Go on");
    }

    /** Becomes what a whole office is, as its first member can. */
    void takes(String... roles) throws IOException {
        visitor.settles();
        page.locator("summary").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Change what")))
                .click();
        Locator ticks =
                page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("^What .* is$")));
        for (String role : roles) {
            ticks.getByText(role).click();
        }
        press("Save");
        assertThat(page.getByText(Pattern.compile("You are .*rights manager"))).isVisible();
    }

    String invites(String role) throws IOException {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Invite somebody as"))
                .getByText(role)
                .click();
        press("Make an invitation link");
        String link = link("Link for a " + role);
        visitor.look("2-people");
        return link;
    }

    void registersPasskey(String device) throws IOException {
        field("What do you call this device?").fill(device);
        press("Register a passkey on this device");
    }

    /** Fills what no template can know; says the days wrongly first. */
    void drafts(String lastDay) throws IOException {
        page.getByText("Draft a release").click();
        page.getByLabel("Template").selectOption("rider");
        field("Legal name of the person shown").fill("Zoë Nguyễn-Müller");
        field("Address of your organisation").fill("Hafenstraße 12\n20457 Hamburg");
        field("Your name").fill("Anneliese Brøgger");
        field("What you are there").fill("Head of rights");
        field("Title of the project").fill("The Lighthouse");
        field("What is made, in a few sentences")
                .fill("The narrator's text of three short scenes at the beginning of episodes 1 to 6.");
        group("Media").getByText("streaming").click();
        field("Territories").fill("DE, Atlantis");
        field("Languages").fill("en-US");
        field("First day").fill("2026-01-01");
        field("Last day, included").fill("2025-12-31");
        field("Time zone in which days count").fill("Europe/Berlin");
        field("Most videos").fill("2");
        field("Most seconds of all together").fill("60");
        field("Never together with").fill("Acme Cola");
        field("Reference").fill("Deal memo NL-118");
        field("Currency").fill("EUR");
        field("Per video").fill("250");
        field("Days of notice").fill("0");
        press("Save the draft");
        assertThat(page.getByText("2 things cannot stand")).isVisible();
        assertThat(page.getByText("`Atlantis` is no territory")).isVisible();
        visitor.look("3-faults");
        field("Territories").fill("DE, AT");
        field("First day").fill("2026-01-01");
        field("Last day, included").fill(lastDay);
        press("Save the draft");
        page.locator("[data-release]").waitFor();
    }

    String invitesTalent() throws IOException {
        press("Make the invitation link");
        String link = link("Link for the person shown");
        visitor.look("4-drafted");
        return link;
    }

    String release() {
        return page.locator("[data-release]").getAttribute("data-release");
    }

    void reads() {
        assertThat(step("contract")).containsText("Zoë Nguyễn-Müller");
        step("contract").getByText("What exactly is signed").click();
        assertThat(step("contract")).containsText("It is the same that the studio names.");
    }

    void signs() {
        assertThat(visitor.button("Sign with my passkey")).isDisabled();
        page.getByText("I have read the contract, and I agree to it").click();
        press("Sign with my passkey");
    }

    void reaches(String state) {
        assertThat(page.locator("[data-release]")).hasAttribute("data-state", state);
    }

    void asksFor() throws IOException {
        press("Ask for a use");
        field("Script, word for word").fill(SCRIPT);
        field("Longest, in seconds").fill("20");
        page.getByText("It contains nothing of these that is not ticked").click();
        visitor.look("1-asks");
        press("Ask for it");
        page.locator("[data-use]").waitFor();
    }

    String use() {
        return page.locator("[data-use]").getAttribute("data-use");
    }

    void approves(String use) throws IOException {
        Locator waiting = page.locator("[data-waiting='" + use + "']");
        assertThat(waiting).containsText(SCRIPT);
        visitor.look("5-approval");
        waiting.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve"))
                .click();
        assertThat(waiting).hasCount(0);
    }

    Path makes(Path to, double longMs) throws IOException {
        press("Script and more");
        press("Speak this script");
        visitor.button("Render the video").click(new Locator.ClickOptions().setTimeout(longMs));
        page.getByText("Download video").waitFor(new Locator.WaitForOptions().setTimeout(longMs));
        visitor.look("3-made");
        return downloads("Download video", to);
    }

    Path downloads(String what, Path to) {
        Download download = page.waitForDownload(() -> page.locator("a")
                .getByText(what)
                .or(page.locator("a", having(what)))
                .first()
                .click());
        download.saveAs(to);
        return to;
    }

    List<String> problems() {
        return page.locator(".problem").allInnerTexts();
    }

    void restsAndGoesOn() throws IOException {
        press("Let it rest");
        visitor.look("6-rest");
        press("Yes, let it rest");
        reaches("suspended");
        press("Let it go on");
        reaches("in-force");
    }

    void endsIt() throws IOException {
        press("End it for good");
        visitor.look("6-sure");
        press("Yes, end it for good");
        reaches("revoked");
        visitor.look("7-revoked");
    }

    private Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private String link(String label) {
        return field(label).inputValue();
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private Locator group(String label) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(label));
    }

    Locator step(String id) {
        return page.locator("[data-step=" + id + "]");
    }

    private void press(String label) {
        visitor.button(label).click();
    }
}
