package studio.selfsame.release.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/**
 * What the talent is paid. Amounts are in the currency's smallest unit and need a currency.
 *
 * @param reference which agreement on payment applies, 2 to 120 characters
 * @param perRenderMinor for each delivered output
 * @param perMinuteMinor for each minute of delivered output, pro rata
 * @param flatMinor once for the whole release
 */
public record Compensation(
        String reference,
        Optional<Currency> currency,
        Optional<Long> perRenderMinor,
        Optional<Long> perMinuteMinor,
        Optional<Long> flatMinor) {
    /** Ten thousand million of the smallest unit: more is a slip of the hand. */
    static final long MOST = 10_000_000_000L;

    private static final BigDecimal NANOS_PER_MINUTE = BigDecimal.valueOf(60_000_000_000L);

    public Compensation {
        var faults = new Faults();
        reference = Wording.name(reference, 2, 120, "reference", faults);
        inRange(perRenderMinor, "perRenderMinor", faults);
        inRange(perMinuteMinor, "perMinuteMinor", faults);
        inRange(flatMinor, "flatMinor", faults);
        boolean amounts = perRenderMinor.isPresent() || perMinuteMinor.isPresent() || flatMinor.isPresent();
        faults.when(amounts && currency.isEmpty(), "currency", "Amounts need a currency, such as `EUR`.");
        faults.when(!amounts && currency.isPresent(), "currency", "A currency is named together with an amount.");
        faults.check();
    }

    /**
     * What one delivered output of that length is worth: the amount per render and that per minute, pro rata to the
     * nanosecond; their sum is rounded to the smallest unit, halves up. Empty where neither was agreed.
     */
    public Optional<Long> due(Duration length) {
        if (perRenderMinor.isEmpty() && perMinuteMinor.isEmpty()) {
            return Optional.empty();
        }
        var nanos =
                BigDecimal.valueOf(length.getSeconds()).scaleByPowerOfTen(9).add(BigDecimal.valueOf(length.getNano()));
        var minutes = BigDecimal.valueOf(perMinuteMinor.orElse(0L))
                .multiply(nanos)
                .divide(NANOS_PER_MINUTE, 0, RoundingMode.HALF_UP);
        return Optional.of(
                BigDecimal.valueOf(perRenderMinor.orElse(0L)).add(minutes).longValueExact());
    }

    private static void inRange(Optional<Long> amount, String path, Faults faults) {
        faults.when(
                amount.filter(minor -> minor < 0 || minor > MOST).isPresent(),
                path,
                "An amount lies between 0 and " + MOST + " of the currency's smallest unit.");
    }
}
