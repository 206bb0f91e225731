package studio.selfsame.release.document;

import java.util.ArrayList;

/** What is paid, in words. */
final class PayPhrases {
    private PayPhrases() {}

    static String of(Compensation pay) {
        var sentences = new ArrayList<String>();
        sentences.add("Payment follows the agreement with the reference “" + pay.reference() + "”.");
        pay.currency().ifPresent(currency -> {
            pay.perRenderMinor()
                    .ifPresent(minor ->
                            sentences.add("For each result delivered, " + Words.money(currency, minor) + " is due."));
            pay.perMinuteMinor()
                    .ifPresent(minor -> sentences.add("For each minute of results delivered, "
                            + Words.money(currency, minor)
                            + " is due, in proportion for parts of a minute; the sum for each result is rounded to the"
                            + " smallest unit, halves up."));
            pay.flatMinor()
                    .ifPresent(minor -> sentences.add("Once for the whole release, " + Words.money(currency, minor)
                            + " is due, whether or not anything is made."));
        });
        return String.join(" ", sentences);
    }
}
