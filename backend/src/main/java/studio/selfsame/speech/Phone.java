package studio.selfsame.speech;

/** @param symbol US English phone, lower case (CMU set), {@code pau} for a pause */
public record Phone(String symbol, long startUs, long endUs) {}
