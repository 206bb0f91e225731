package studio.selfsame.likeness.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a clip's p, b and m are said, from its times: of phones where it has them (20 ms on either side), else of words
 * of the GRID corpus, where they stand at the beginning of bin, blue, by, place, please and the letters b and p (from 60
 * ms before the word to 80 ms after its start) and at the end of the letter m (from 140 ms before its end to 60 ms after).
 *
 * @param windows from, to in seconds
 * @param phones exact phones where the clip has them, else empty
 */
record SpokenClosures(List<double[]> windows, PhonemeTimeline phones) {
    static SpokenClosures read(Path times) throws IOException {
        JsonNode root = JsonMapper.builder().build().readTree(Files.readString(times));
        List<double[]> windows = new ArrayList<>();
        List<Phone> phones = new ArrayList<>();
        if (root.has("phones")) {
            for (JsonNode p : root.get("phones")) {
                double from = p.get("start").asDouble();
                double to = p.get("end").asDouble();
                String symbol = p.get("p").asString();
                phones.add(new Phone(symbol, Math.round(from * 1e6), Math.round(to * 1e6)));
                if (Viseme.CLOSING.contains(symbol)) {
                    windows.add(new double[] {from - 0.02, to + 0.02});
                }
            }
        } else {
            for (JsonNode sentence : root.get("sentences")) {
                for (JsonNode word : sentence.get("words")) {
                    double from = word.get("start_s").asDouble();
                    double to = word.get("end_s").asDouble();
                    String text = word.get("word").asString();
                    if (text.matches("[bp].*")) {
                        windows.add(new double[] {from - 0.06, from + 0.08});
                    } else if (text.equals("m")) {
                        windows.add(new double[] {to - 0.14, to + 0.06});
                    }
                }
            }
        }
        return new SpokenClosures(windows, new PhonemeTimeline(phones, List.of()));
    }
}
