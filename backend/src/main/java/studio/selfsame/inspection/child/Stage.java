package studio.selfsame.inspection.child;

/** What is done to a file, in this order. */
public enum Stage {
    CREDENTIALS("checking Content Credentials", 0),
    OPENING("opening the file", 0.1),
    PICTURE("looking for the mark in the picture", 0.15),
    SOUND("looking for the mark in the sound", 0.6),
    FACE("measuring the face", 0.75);

    private final String words;
    private final double from;

    /** @param from share of the whole work before it */
    Stage(String words, double from) {
        this.words = words;
        this.from = from;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** Share of the whole work, when this share of the stage is done. */
    double overall(double done) {
        double to = ordinal() + 1 < values().length ? values()[ordinal() + 1].from : 0.9;
        return from + (to - from) * Math.clamp(Double.isNaN(done) ? 0 : done, 0, 1);
    }
}
