package studio.selfsame.consent;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class RefusalAdviceTest {
    @RestController
    static class RefusingDoor {
        @GetMapping("/door")
        String enter() {
            throw new AuthorizationRefusedException(
                    "rendering",
                    List.of(
                            new AuthorizationDecision.Reason("consent-withdrawn", "Withdrawn."),
                            RefusalReason.EXPIRED.reason()));
        }
    }

    @Test
    void refusal_overHttp_carriesEveryReasonById() throws Exception {
        MockMvcBuilders.standaloneSetup(new RefusingDoor())
                .setControllerAdvice(new RefusalAdvice())
                .build()
                .perform(get("/door"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.stage").value("rendering"))
                .andExpect(jsonPath("$.cause")
                        .value("Withdrawn. The authorization has expired. Ask for a new one."))
                .andExpect(jsonPath("$.reasons[0].policyId").value("consent-withdrawn"))
                .andExpect(jsonPath("$.reasons[0].text").value("Withdrawn."))
                .andExpect(jsonPath("$.reasons[1].policyId").value("authorization-expired"));
    }
}
