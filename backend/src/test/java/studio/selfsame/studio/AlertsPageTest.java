package studio.selfsame.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.host.EmbeddedStudio;
import studio.selfsame.identity.Person;
import studio.selfsame.sealing.AlertKind;
import studio.selfsame.sealing.OperatorAlerts;

/** An operator finds what happened, acknowledges it and finds it again; nobody else sees any of it. */
class AlertsPageTest {
    @Test
    void alerts_operatorSeesToThem_andNobodyElseDoes() throws Exception {
        EmbeddedStudio studio = WholeStudio.get();
        String render = UUID.randomUUID().toString();
        studio.room(OperatorAlerts.class).raiseAnew(AlertKind.SEALING_FAILED, "OutOfMemoryError", List.of(render));
        studio.room(OperatorAlerts.class)
                .raiseAnew(AlertKind.CERTIFICATE_ENDING, "5e".repeat(32), List.of("2026-12-24T18:00:00Z"));
        try (Chromium chromium = Chromium.launch();
                Visitor operator = chromium.visitor("operator", studio.baseUrl().toString());
                Visitor stranger = chromium.visitor("stranger", studio.baseUrl().toString())) {
            signsIn(operator, studio, Set.of(Person.Role.OPERATOR));
            operator.page()
                    .getByText("Alerts", new Page.GetByTextOptions().setExact(true))
                    .click();
            Locator alert = operator.page()
                    .locator("[data-alert=sealing-failed]")
                    .filter(new Locator.FilterOptions().setHasText(render));
            assertThat(alert).containsText("OutOfMemoryError");
            assertThat(operator.page().locator("[data-alert=certificate-ending]"))
                    .containsText("24 December 2026");
            operator.look("1-alerts");
            alert.getByText("Acknowledge").click();
            assertThat(alert).hasCount(0);
            assertThat(operator.page().getByText("To be looked after")).isFocused();
            operator.page().getByText("Show those that were acknowledged, too").click();
            assertThat(alert).hasAttribute("data-acknowledged", "true");
            operator.look("2-all");
            operator.page().getByText("Takedown desk").first().click();
            operator.page().getByText("Claims that something must go").waitFor();
            operator.look("3-desk");

            signsIn(stranger, studio, Set.of());
            assertThat(stranger.page().getByText("Alerts")).hasCount(0);
            stranger.page().navigate("/alerts.html");
            assertThat(stranger.page().locator(".problem")).containsText("Only the studio's operators");
            assertThat(stranger.page().locator("[data-alert]")).hasCount(0);
            stranger.look("1-refused");

            assertThat(operator.complaints()).isEmpty();
            assertThat(stranger.complaints()).allMatch(one -> one.contains("status of 403"));
        }
    }

    private static void signsIn(Visitor visitor, EmbeddedStudio studio, Set<Person.Role> roles) {
        String account = "alerts-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        studio.admin().createAccount(account, password, roles);
        visitor.page().navigate("/");
        visitor.signIn(account, password);
    }
}
