package studio.selfsame.enrolment;

/**
 * One reason why footage cannot be used.
 *
 * @param code for the audit trail, e.g. {@code another-person}
 * @param cause a sentence for the person who filmed
 * @param remedy what they can do
 * @param frame the first in which it shows, from 0
 */
record Refusal(String code, String cause, String remedy, double startSeconds, double endSeconds, int frame) {}
