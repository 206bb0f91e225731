package studio.selfsame.command.acceptance;

import java.util.List;
import java.util.Map;

/** The gates on attacks. */
final class Tiers {
    private static final String LASTING = " (30 s)";

    private Tiers() {}

    /** The attacks that thirty seconds must survive. */
    static List<Attack> lasting(List<Attack> attacks) {
        return attacks.stream()
                .filter(attack -> attack.tier() == Tier.B)
                .map(attack -> new Attack(
                        attack.group(), attack.name() + LASTING, attack.tier(), attack.ending(), attack.passes()))
                .toList();
    }

    static void judge(List<Row> rows, List<Measure> measures) {
        share("tier A, exact ids", of(rows, Tier.A, false), 100, measures);
        share("tier B, exact ids, 10 s", of(rows, Tier.B, false), 95, measures);
        share("tier B, exact ids, 30 s", of(rows, Tier.B, true), 100, measures);
        share("tier C, exact ids", of(rows, Tier.C, false), 70, measures);
        share("sound, exact ids", of(rows, Tier.SOUND, false), 100, measures);
        if (!rows.isEmpty()) {
            int wrong = rows.stream().mapToInt(Row::wrong).sum();
            measures.add(Measure.ceiling("wrong ids read", wrong, "", 0));
        }
    }

    /** Adds, for each tier, how many of its rows have no miss and how many of their ids were read. */
    static void tell(List<Row> rows, Map<String, Object> details) {
        for (Tier tier : Tier.values()) {
            for (boolean lasting : tier == Tier.B ? List.of(false, true) : List.of(false)) {
                List<Row> some = of(rows, tier, lasting);
                long whole = some.stream()
                        .filter(row -> row.exact() == row.attempts())
                        .count();
                int exact = some.stream().mapToInt(Row::exact).sum();
                int attempts = some.stream().mapToInt(Row::attempts).sum();
                if (attempts > 0) {
                    String name = "tier " + tier + (lasting ? LASTING : "");
                    details.put(
                            name, whole + "/" + some.size() + " rows whole, " + exact + "/" + attempts + " exact ids");
                }
            }
        }
    }

    private static List<Row> of(List<Row> rows, Tier tier, boolean lasting) {
        return rows.stream()
                .filter(row -> row.tier().equals(tier.name()) && row.attempts() > 0)
                .filter(row -> row.attack().endsWith(LASTING) == lasting)
                .toList();
    }

    private static void share(String name, List<Row> rows, double target, List<Measure> measures) {
        int attempts = rows.stream().mapToInt(Row::attempts).sum();
        int exact = rows.stream().mapToInt(Row::exact).sum();
        if (attempts > 0) {
            measures.add(Measure.floor(name, 100.0 * exact / attempts, "%", target));
        }
    }
}
