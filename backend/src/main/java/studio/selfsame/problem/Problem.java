package studio.selfsame.problem;

/**
 * What went wrong, told to the person it happened to. User input is quoted in backticks; no Java type names.
 *
 * @param stage where in the flow, e.g. {@code enrolment}
 * @param cause what was found, one sentence
 * @param consequence what did and did not happen because of it (nothing is half-written)
 * @param remedy what to do next
 */
public record Problem(String stage, String cause, String consequence, String remedy) {}
