package studio.selfsame.performance;

/** One line of a script, and when it is said, in microseconds from the beginning of the performance. */
public record SpokenLine(String text, long startUs, long endUs) {
    /** Nobody's script stands in a log. */
    @Override
    public String toString() {
        return "SpokenLine[" + startUs + "-" + endUs + "]";
    }
}
