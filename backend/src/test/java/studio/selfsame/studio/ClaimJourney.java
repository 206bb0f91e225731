package studio.selfsame.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;

/** A stranger says that a creator's video must go; it is held at once, the creator objects, and the claim is refused. */
final class ClaimJourney {
    private static final String REASON = "It shows somebody else.";
    private static final String OBJECTION = "It shows me and nobody else, and I made it myself.";

    private ClaimJourney() {}

    /** @param creator on the page with their one video */
    static void claims(Visitor anybody, Visitor referee, Visitor creator) throws IOException {
        String output = creator.page().locator("article.output").getAttribute("data-output");
        String takedown = files(anybody, output);

        referee.page().navigate("/referee.html");
        referee.settles();
        Locator claim = referee.page().locator("[data-takedown='" + takedown + "']");
        claim.getByText("Read the claim").click();
        assertThat(claim).containsText("It shows me, and I was never asked.");
        referee.look("3-claim");
        claim.getByText("Hold at once").click();
        assertThat(claim).hasAttribute("data-state", "held");

        creator.page().reload();
        assertThat(creator.page().locator("article.output")).hasAttribute("data-state", "taken-down");
        assertThat(creator.page().locator("video")).hasCount(0);
        creator.settles();
        creator.button("I object").click();
        creator.page().getByLabel("Why should it be shown?").fill(OBJECTION);
        creator.look("11-held");
        creator.button("Send my objection").click();
        assertThat(creator.page().getByText("You objected on")).isVisible();
        creator.look("11-objected");

        referee.page().reload();
        referee.settles();
        claim.getByText("Read the claim").click();
        assertThat(claim.locator("figure blockquote")).hasText(OBJECTION);
        referee.look("4-objection");

        claim.getByLabel("Why, for the claimant").fill(REASON);
        claim.getByText("Refuse the claim").click();
        assertThat(claim).hasAttribute("data-state", "refused");

        anybody.page().reload();
        assertThat(anybody.page().locator("[data-takedown]")).hasAttribute("data-state", "refused");
        assertThat(anybody.page().locator("blockquote")).hasText(REASON);
        creator.page().reload();
        creator.page().locator("article.output video").waitFor();
    }

    /** From the inspector's page; ends at the case's own. */
    private static String files(Visitor anybody, String output) throws IOException {
        Page page = anybody.page();
        page.getByText("Ask for it to be taken down.").click();
        page.getByText("What is it about?").waitFor();
        anybody.button("Send the claim").click();
        assertThat(page.getByText("Your name is missing.")).isVisible();
        anybody.look("3-claim");
        page.getByLabel("Output id, if you know it").fill(output);
        page.getByLabel("What does it show, and why must it go?").fill("It shows me, and I was never asked.");
        page.getByLabel("Your name").fill("Ada Example");
        page.getByLabel("Where can we reach you?").fill("ada@example.org");
        page.getByText("I believe in good faith").click();
        anybody.button("Send the claim").click();
        Locator filed = page.locator("[data-takedown]");
        assertThat(filed).hasAttribute("data-state", "open");
        assertThat(filed).containsText(output);
        anybody.look("4-case");
        return filed.getAttribute("data-takedown");
    }
}
