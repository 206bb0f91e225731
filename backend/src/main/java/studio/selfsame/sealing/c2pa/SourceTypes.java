package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The digital source types (IPTC NewsCodes) that a file's manifests name: of what it is, of the actions done to it, and of all
 * that it was made from, whose manifests stand in the same store. Nothing is validated: nobody gains by claiming that a
 * camera's picture was generated.
 */
public final class SourceTypes {
    private static final Set<String> GENERATED =
            Set.of("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia");
    private static final String FIELD = "digitalsourcetype";
    private static final int MOST_DEPTH = 32;

    private final Set<String> terms = new TreeSet<>();

    private SourceTypes() {}

    /**
     * Those that say that something was made by a trained model.
     *
     * @return last parts of the terms' URIs; empty where there are none, or no manifest that can be read
     * @throws IOException only if the file cannot be read
     */
    public static Set<String> generatedIn(SeekableByteChannel file) throws IOException {
        SourceTypes found = new SourceTypes();
        for (StorePlace place : StorePlace.in(file)) {
            try {
                found.box(JumbfReader.readStore(place.read(file)));
            } catch (MalformedCredentialsException unreadable) {
                continue;
            }
        }
        found.terms.retainAll(GENERATED);
        return Set.copyOf(found.terms);
    }

    private void box(JumbfBox box) {
        for (JumbfBox.Content content : box.data()) {
            switch (content.type()) {
                case "cbor" -> cbor(content.bytes());
                case "json" -> json(content.bytes());
                default -> {}
            }
        }
        box.children().forEach(this::box);
    }

    private void cbor(byte[] bytes) {
        try {
            value(CborDecoder.decodeMap(bytes), 0);
        } catch (MalformedCredentialsException notAMap) {
            return;
        }
    }

    private void json(byte[] bytes) {
        try {
            value(new JsonMapper().readValue(bytes, Object.class), 0);
        } catch (JacksonException malformed) {
            return;
        }
    }

    private void value(Object value, int depth) {
        if (depth > MOST_DEPTH) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (key instanceof String name && name.toLowerCase(Locale.ROOT).endsWith(FIELD)) {
                    term(inner);
                }
                value(inner, depth + 1);
            });
        } else if (value instanceof Collection<?> list) {
            list.forEach(inner -> value(inner, depth + 1));
        }
    }

    private void term(Object value) {
        switch (value) {
            case String uri -> terms.add(uri.substring(uri.lastIndexOf('/') + 1));
            case List<?> several -> several.forEach(this::term);
            case Map<?, ?> linked -> linked.values().forEach(this::term);
            case null, default -> {}
        }
    }
}
