package studio.selfsame.likeness.motion;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the lips aim at for a phone, and how much they insist.
 *
 * @param dominance weight against neighbours; consonants made inside the mouth yield to the vowels around them. Closures
 *     need little: they are enforced by themselves, and more would only flatten the vowels beside them
 */
record Viseme(MouthPose pose, double dominance) {
    static final Set<String> CLOSING = Set.of("p", "b", "m");
    static final Set<String> LABIODENTAL = Set.of("f", "v");
    static final Set<String> SILENT = Set.of("pau", "sil", "sp", "h#", "_");

    private static final Viseme NEUTRAL = of(0.30, 0, 0.3, 0.4);

    private static final Map<String, List<Viseme>> BY_PHONE = Map.ofEntries(
            Map.entry("aa", List.of(of(0.95, 0.0, 0.95, 1.2))),
            Map.entry("ae", List.of(of(0.80, 0.4, 0.85, 1.2))),
            Map.entry("ah", List.of(of(0.55, 0.0, 0.6, 0.9))),
            Map.entry("ax", List.of(of(0.35, 0.0, 0.4, 0.5))),
            Map.entry("ao", List.of(of(0.70, -0.6, 0.8, 1.2))),
            Map.entry("aw", List.of(of(0.90, 0.0, 0.9, 1.1), of(0.30, -0.8, 0.4, 1.0))),
            Map.entry("ay", List.of(of(0.90, 0.1, 0.9, 1.1), of(0.35, 0.5, 0.35, 0.8))),
            Map.entry("b", List.of(of(0, 0, 0.1, 2))),
            Map.entry("p", List.of(of(0, 0, 0.1, 2))),
            Map.entry("m", List.of(of(0, 0, 0.1, 2))),
            Map.entry("ch", List.of(of(0.25, -0.6, 0.2, 1.2))),
            Map.entry("jh", List.of(of(0.25, -0.6, 0.2, 1.2))),
            Map.entry("sh", List.of(of(0.25, -0.6, 0.2, 1.2))),
            Map.entry("zh", List.of(of(0.25, -0.6, 0.2, 1.2))),
            Map.entry("d", List.of(of(0.22, 0.1, 0.2, 0.5))),
            Map.entry("t", List.of(of(0.20, 0.1, 0.2, 0.5))),
            Map.entry("n", List.of(of(0.22, 0.1, 0.25, 0.45))),
            Map.entry("l", List.of(of(0.30, 0.1, 0.35, 0.5))),
            Map.entry("dh", List.of(of(0.22, 0.1, 0.25, 0.7))),
            Map.entry("th", List.of(of(0.22, 0.1, 0.25, 0.8))),
            Map.entry("eh", List.of(of(0.60, 0.3, 0.6, 1.1))),
            Map.entry("er", List.of(of(0.35, -0.4, 0.4, 0.9))),
            Map.entry("ey", List.of(of(0.55, 0.4, 0.55, 1.0), of(0.30, 0.7, 0.3, 0.9))),
            Map.entry("f", List.of(new Viseme(new MouthPose(0.10, 0.1, 0.15, -1), 1.8))),
            Map.entry("v", List.of(new Viseme(new MouthPose(0.10, 0.1, 0.15, -1), 1.8))),
            Map.entry("g", List.of(of(0.30, 0.1, 0.3, 0.35))),
            Map.entry("k", List.of(of(0.30, 0.1, 0.3, 0.35))),
            Map.entry("ng", List.of(of(0.30, 0.1, 0.3, 0.35))),
            Map.entry("hh", List.of(of(0.40, 0.0, 0.4, 0.25))),
            Map.entry("ih", List.of(of(0.38, 0.35, 0.4, 0.9))),
            Map.entry("iy", List.of(of(0.32, 0.9, 0.3, 1.1))),
            Map.entry("ow", List.of(of(0.60, -0.5, 0.6, 1.1), of(0.25, -0.9, 0.3, 1.1))),
            Map.entry("oy", List.of(of(0.65, -0.6, 0.7, 1.1), of(0.35, 0.5, 0.35, 0.9))),
            Map.entry("r", List.of(of(0.25, -0.5, 0.25, 0.8))),
            Map.entry("s", List.of(of(0.16, 0.3, 0.08, 1.1))),
            Map.entry("z", List.of(of(0.16, 0.3, 0.08, 1.1))),
            Map.entry("uh", List.of(of(0.35, -0.5, 0.4, 1.0))),
            Map.entry("uw", List.of(of(0.20, -0.9, 0.3, 1.2))),
            Map.entry("w", List.of(of(0.12, -1.0, 0.2, 1.6))),
            Map.entry("y", List.of(of(0.25, 0.6, 0.25, 0.7))));

    private static Viseme of(double open, double width, double jaw, double dominance) {
        return new Viseme(new MouthPose(open, width, jaw, 0), dominance);
    }

    /** One aim, or two for a diphthong, in order; a phone that is not known asks for nothing in particular. */
    static List<Viseme> of(String phone) {
        return BY_PHONE.getOrDefault(phone, List.of(NEUTRAL));
    }
}
