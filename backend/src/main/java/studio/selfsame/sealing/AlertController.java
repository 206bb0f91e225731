package studio.selfsame.sealing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** What the studio's operators have to look after. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/operator/alerts")
class AlertController {
    private final AlertRows alerts;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertController(AlertRows alerts, People people, ApplicationEventPublisher events, ObjectProvider<Clock> clock) {
        this.alerts = alerts;
        this.people = people;
        this.events = events;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** @param all those that were acknowledged, too */
    @GetMapping
    List<OperatorAlert> list(@RequestParam(defaultValue = "false") boolean all) {
        requireOperator();
        return alerts.list(all);
    }

    @PostMapping("/{alertId}/acknowledgement")
    @Transactional
    public OperatorAlert acknowledge(@PathVariable UUID alertId) {
        Person operator = requireOperator();
        OperatorAlert alert = alerts.acknowledge(alertId, operator.id(), clock.instant())
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.UNKNOWN,
                        new Problem(
                                "operator",
                                "There is no such alert, or it was acknowledged before.",
                                "Nothing was changed.",
                                "Look at the list of alerts.")));
        events.publishEvent(new AlertAcknowledged(alert.id(), alert.kind().code(), operator.id()));
        return alert;
    }

    private Person requireOperator() {
        Person person = people.current();
        if (!person.roles().contains(Person.Role.OPERATOR)) {
            throw new ProblemException(
                    ProblemException.Kind.REFUSED,
                    new Problem(
                            "operator",
                            "Only the studio's operators may see its alerts.",
                            "Nothing was shown or changed.",
                            "Sign in as an operator."));
        }
        return person;
    }
}
