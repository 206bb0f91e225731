package studio.selfsame.speech;

import java.util.Map;

/** From MaryTTS's SAMPA names of US English sounds to CMU names. */
final class MaryPhones {
    private static final Map<String, String> CMU = Map.ofEntries(
            Map.entry("A", "aa"),
            Map.entry("O", "ao"),
            Map.entry("u", "uw"),
            Map.entry("i", "iy"),
            Map.entry("{", "ae"),
            Map.entry("V", "ah"),
            Map.entry("E", "eh"),
            Map.entry("I", "ih"),
            Map.entry("U", "uh"),
            Map.entry("@", "ax"),
            Map.entry("r=", "er"),
            Map.entry("aU", "aw"),
            Map.entry("OI", "oy"),
            Map.entry("@U", "ow"),
            Map.entry("EI", "ey"),
            Map.entry("AI", "ay"),
            Map.entry("tS", "ch"),
            Map.entry("dZ", "jh"),
            Map.entry("T", "th"),
            Map.entry("D", "dh"),
            Map.entry("S", "sh"),
            Map.entry("Z", "zh"),
            Map.entry("h", "hh"),
            Map.entry("N", "ng"),
            Map.entry("j", "y"),
            Map.entry("_", "pau"));

    private MaryPhones() {}

    /** Sounds not listed (p, b, m, …) are called the same in both. */
    static String cmu(String sampa) {
        return CMU.getOrDefault(sampa, sampa);
    }
}
