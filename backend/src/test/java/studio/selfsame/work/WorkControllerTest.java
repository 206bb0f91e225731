package studio.selfsame.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static studio.selfsame.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import studio.selfsame.StudioTest;

@StudioTest
class WorkControllerTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    MockMvc web;

    @Autowired
    WorkQueue queue;

    @Autowired
    WorkRows rows;

    final UUID subject = UUID.randomUUID();

    @Test
    void list_ofASubject_tellsWhereItsWorkStands() throws Exception {
        var order = begin();
        rows.progress(order, "training", 0.25, Map.of("step", 50.0));

        web.perform(get("/api/work/" + subject).with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].kind").value("test.web"))
                .andExpect(jsonPath("$[0].state").value("running"))
                .andExpect(jsonPath("$[0].fraction").value(0.25))
                .andExpect(jsonPath("$[0].figures.step").value(50.0));
        rows.done(order);
    }

    @Test
    void list_signedOut_isRefused() throws Exception {
        web.perform(get("/api/work/" + subject))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isNotEqualTo(200));
    }

    @Test
    void events_listenedToWhileItRuns_comeInOrderAndEndWithTheWork() throws Exception {
        var order = begin();
        var listening =
                web.perform(events()).andExpect(request().asyncStarted()).andReturn();
        eventually(SOON, () -> assertThat(heard(listening, "id:")).hasSize(1));

        rows.progress(order, "training", 0.25, Map.of("step", 50.0));
        rows.progress(order, "training", 0.5, Map.of());
        rows.done(order);

        listening.getAsyncResult(10_000);
        var told = listening.getResponse().getContentAsString();
        assertThat(lines(told, "event:")).containsOnly("progress").hasSize(4);
        assertThat(lines(told, "data:"))
                .element(1)
                .isEqualTo("{\"kind\":\"test.web\",\"part\":0,\"state\":\"running\",\"stage\":\"training\","
                        + "\"fraction\":0.25,\"figures\":{\"step\":50.0}}");
        assertThat(lines(told, "data:").getLast()).contains("\"state\":\"done\"", "\"fraction\":1.0");
    }

    @Test
    void events_resumed_goOnAfterTheLastOneSeen() throws Exception {
        var order = begin();
        var first = web.perform(events()).andReturn();
        eventually(SOON, () -> assertThat(heard(first, "id:")).hasSize(1));
        rows.progress(order, "training", 0.5, Map.of());
        rows.done(order);
        first.getAsyncResult(10_000);
        var ids = heard(first, "id:");

        var resumed =
                web.perform(events().header("Last-Event-ID", ids.getFirst())).andReturn();
        resumed.getAsyncResult(10_000);

        assertThat(heard(resumed, "id:")).isEqualTo(ids.subList(1, ids.size())).hasSize(2);
        web.perform(events().header("Last-Event-ID", ids.getLast())).andExpect(status().isNoContent());
    }

    @Test
    void events_newListenerAfterALongHistory_hearsOnlyWhereItStands() throws Exception {
        var order = begin();
        for (int step = 0; step < 20; step++) {
            rows.progress(order, "training", step / 20.0, Map.of("step", (double) step));
        }
        rows.done(order);

        var listening = web.perform(events()).andReturn();
        listening.getAsyncResult(10_000);

        assertThat(heard(listening, "data:")).singleElement().asString().contains("\"state\":\"done\"", "19.0");
    }

    private WorkOrder begin() {
        var id = queue.submit("test.web", subject, 0, WorkQueue.Priority.NORMAL);
        return rows.start(id).orElseThrow().order();
    }

    private MockHttpServletRequestBuilder events() {
        return get("/api/work/" + subject + "/events").with(jwt());
    }

    private static List<String> heard(MvcResult listening, String field) throws Exception {
        return lines(listening.getResponse().getContentAsString(), field);
    }

    private static List<String> lines(String stream, String field) {
        return stream.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()))
                .toList();
    }
}
