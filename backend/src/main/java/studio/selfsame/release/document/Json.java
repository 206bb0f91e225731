package studio.selfsame.release.document;

import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text as a tree, with limits. */
final class Json {
    /** More cannot be in a contract: its longest texts and lists together stay below. */
    static final int MOST = 1 << 20;

    /** Longer text is not looked at. */
    static final int MOST_READ = 1 << 24;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Json() {}

    /** @throws JacksonException when it is no JSON, or a name stands twice in one object */
    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** @throws InvalidContractException with everything at once that is wrong */
    static <T> T read(String json, Function<JsonReading, T> reader) {
        var faults = new Faults();
        faults.when(
                json.length() > MOST,
                "",
                "The document has " + json.length() + " characters; " + MOST + " are allowed.");
        if (json.length() > MOST_READ) {
            faults.check();
        }
        try {
            var read = reader.apply(new JsonReading("", tree(json), faults));
            faults.check();
            return read;
        } catch (JacksonException e) {
            var where = e.getLocation();
            faults.add(
                    "",
                    "The document is no JSON that can be read, from line " + (where == null ? 1 : where.getLineNr())
                            + ", column " + (where == null ? 1 : where.getColumnNr())
                            + ": a mark is missing or too many, or a name stands twice in one object.");
            throw new InvalidContractException(faults.all());
        }
    }
}
