package studio.selfsame.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class ProblemAdviceTest {
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    @RestController
    static class Failing {
        @GetMapping("/fail/{how}")
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "unusable" -> ProblemException.unusable("enrolment", "no face", "Nothing kept.", "Show one.");
                case "full" -> new UncheckedIOException(new IOException("No space left on device"));
                case "large" -> new MaxUploadSizeExceededException(10);
                default -> new IllegalStateException("jdbc password=hunter2");
            };
        }
    }

    @Test
    void problem_unusableInput_is422WithAllFourParts() throws Exception {
        http.perform(get("/fail/unusable"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.stage").value("enrolment"))
                .andExpect(jsonPath("$.cause").value("no face"))
                .andExpect(jsonPath("$.detail").value("no face"))
                .andExpect(jsonPath("$.consequence").value("Nothing kept."))
                .andExpect(jsonPath("$.remedy").value("Show one."));
    }

    @Test
    void problem_diskFull_is503WithWhatToDo() throws Exception {
        http.perform(get("/fail/full"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.remedy").value(containsString("Make room")));
    }

    @Test
    void problem_uploadTooLarge_is413() throws Exception {
        http.perform(get("/fail/large"))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.remedy").value("Send a smaller file."));
    }

    @Test
    void problem_unexpectedFailure_is500WithoutSecretsOrJavaNames() throws Exception {
        http.perform(get("/fail/otherwise"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("hunter2"))))
                .andExpect(content().string(not(containsString("Exception"))))
                .andExpect(jsonPath("$.remedy").value(containsString("number")));
    }

    @Test
    void problem_wrongMethod_saysWhereMethodsAreNamed() throws Exception {
        http.perform(post("/fail/unusable"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.stage").value("request"))
                .andExpect(jsonPath("$.remedy").value(containsString("/v3/api-docs")));
    }
}
