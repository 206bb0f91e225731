package studio.selfsame.inspection.forensics;

/** What is measured. Figures that compare two parts of a face are doublings: 1 is twice as much, -1 half. */
enum Kind {
    BLINK_RATE("blink-rate", "How often the eyes blink", "per minute", 5, "It needs eight seconds of a face."),
    BLINK_SHAPE(
            "blink-shape",
            "How long lids open compared with how long they close",
            "times",
            0.25,
            "It needs eight seconds of a face, and a whole blink."),
    EYE_REFLECTIONS(
            "eye-reflections",
            "How alike the reflections in both eyes are, 0 to 1",
            "",
            0.1,
            "It needs irises at least 12 pixels wide, with a reflection."),
    MOUTH_SOUND(
            "mouth-sound",
            "How well the mouth follows the sound, -1 to 1",
            "",
            0.1,
            "It needs sound, and a mouth that moves for 2.5 seconds."),
    BOUNDARY(
            "boundary",
            "Edges around the lower face, compared with the rest of it",
            "doublings",
            0.25,
            "It needs a second of a face whose eyes are at least 24 pixels apart."),
    COLOUR(
            "colour",
            "Difference of colour between lower face and cheeks",
            "levels",
            1,
            "It needs a second of a face whose eyes are at least 24 pixels apart."),
    FLICKER(
            "flicker",
            "Flicker of the lower face, compared with the upper",
            "doublings",
            0.25,
            "It needs a second of a face whose eyes are at least 24 pixels apart."),
    DOUBLE_COMPRESSION(
            "double-compression",
            "Block edges in the face, compared with those around it",
            "doublings",
            0.05,
            "It needs a second of a face with room beside it."),
    TEXTURE(
            "texture",
            "Fine texture of skin or beard around the mouth, compared with cheeks",
            "doublings",
            0.25,
            "It needs a second of a face whose eyes are at least 24 pixels apart.");

    private final String id;
    private final String title;
    private final String unit;
    private final double step;
    private final String needs;

    Kind(String id, String title, String unit, double step, String needs) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.step = step;
        this.needs = needs;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    /** What it cannot be measured without, a sentence. */
    String needs() {
        return needs;
    }

    /** To the step in which figures are told. */
    double coarse(double value) {
        return Math.round(Math.round(value / step) * step * 100) / 100.0;
    }
}
