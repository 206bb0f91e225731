package studio.selfsame.inspection.takedown;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.sealing.OperatorAlerts;
import studio.selfsame.sealing.OutputPrints;
import studio.selfsame.sealing.PrintedOutputs;

/** What the tests of takedowns share. */
@TestConfiguration(proxyBeanMethods = false)
class TakedownRoom {
    @Bean
    Stage takedownStage(
            CaseRows cases,
            MatchRows matches,
            Rulings rulings,
            ConsentingPeople.Desk consent,
            ApplicationEventPublisher events,
            OperatorAlerts alerts,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        return new Stage(cases, matches, rulings, consent, events, alerts, transaction, jdbc);
    }

    static Person somebody(Person.Role... roles) {
        return new Person(new PersonId(UUID.randomUUID()), Set.of(roles), 1, Instant.now(), false);
    }

    /** A form that lacks nothing but what it is about. */
    static Map<String, String> form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "without-consent");
        fields.put("claimant", "person-shown");
        fields.put("name", "Ada Example");
        fields.put("contact", "ada@example.org");
        fields.put("statement", "It shows me saying what I never said.");
        fields.put("goodFaith", "true");
        return fields;
    }

    /** As a browser sends it, with the boundary {@code parts}; no file where that is empty. */
    static byte[] multipart(Map<String, String> fields, byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, text) -> part(body, "name=\"" + name + "\"", text.getBytes(StandardCharsets.UTF_8)));
        if (file.length > 0) {
            part(body, "name=\"file\"; filename=\"a.mp4\"", file);
        }
        body.writeBytes("--parts--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--parts\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Claims and outputs, and looks at deadlines at times of one's own. */
    record Stage(
            CaseRows cases,
            MatchRows matches,
            Rulings rulings,
            ConsentingPeople.Desk consent,
            ApplicationEventPublisher events,
            OperatorAlerts alerts,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        LikenessId likenessOf(Person person) {
            return consent.granted(person.id());
        }

        /** Shows nothing that any other one shows. */
        String output(LikenessId likeness, Person requester) {
            return output(
                    likeness, requester, PrintedOutputs.scene(UUID.randomUUID().getLeastSignificantBits()));
        }

        String output(LikenessId likeness, Person requester, OutputPrints prints) {
            return new PrintedOutputs(jdbc).add(likeness, requester.id(), prints);
        }

        /** As if its file had been found to be this output. */
        void foundSurely(UUID id, String output) {
            transaction.executeWithoutResult(status -> matches.add(id, new Match(output, FoundBy.MARK, true, false)));
        }

        void lookAt(Instant now) {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            new Deadlines(cases, rulings, events, alerts, transaction, clock).look();
        }

        TakedownCase find(UUID id) {
            return cases.find(id).orElseThrow();
        }

        /** Kinds of what the operators were told about this case, oldest first. */
        List<String> alerts(UUID id) {
            return jdbc.sql("select kind from operator_alert where subject = ? order by raised_at")
                    .param(id.toString())
                    .query(String.class)
                    .list();
        }

        String state(String output) {
            return jdbc.sql("select state from sealed_output where output_id = ?")
                    .param(output)
                    .query(String.class)
                    .single();
        }
    }
}
