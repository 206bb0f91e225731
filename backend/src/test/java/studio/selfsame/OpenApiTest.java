package studio.selfsame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The browser's types are made from {@code frontend/openapi.json}, so it must be what the server says of itself. */
@StudioTest
class OpenApiTest {
    private static final Path DOCUMENT = Path.of("../frontend/openapi.json");
    private static final String UPDATE = "selfsame.update-openapi";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    MockMvc web;

    @Test
    void document_served_isTheOneThatTheBrowserIsBuiltFrom() throws Exception {
        String served = normalised(
                web.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString());
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(DOCUMENT, served);
        }
        assertThat(served)
                .as("frontend/openapi.json is not what the server serves; update it with"
                        + " `mvn -pl backend -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -D" + UPDATE + "=true`")
                .isEqualTo(Files.readString(DOCUMENT));
    }

    /** Sorted keys, without the address that it was asked at. */
    private static String normalised(String document) {
        ObjectNode tree = (ObjectNode) JSON.readTree(document);
        tree.remove("servers");
        return JSON.writeValueAsString(JSON.treeToValue((JsonNode) tree, Object.class)) + "\n";
    }
}
