package studio.selfsame.work;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.selfsame.problem.Problem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Figures and problems as they lie in the database. */
@Component
class WorkJson {
    private static final TypeReference<Map<String, Double>> FIGURES = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder().build();

    String figures(Map<String, Double> figures) {
        return mapper.writeValueAsString(figures);
    }

    Map<String, Double> figures(String json) {
        return Map.copyOf(mapper.readValue(json, FIGURES));
    }

    String problem(Problem problem) {
        return mapper.writeValueAsString(problem);
    }

    @Nullable Problem problem(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, Problem.class);
    }
}
