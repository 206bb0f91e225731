package studio.selfsame.consent.deletion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import studio.selfsame.consent.DeletionCertificate;
import studio.selfsame.consent.Holding;
import studio.selfsame.vault.DataKeyId;

/**
 * The words of a certificate.
 *
 * @param destroyed when each key was destroyed that anything was sealed with
 * @param settled whether nothing can be written any more by work that was going on
 * @param latest when nothing that can be removed will be left, at the latest
 * @param recordsUntil when the records of the consent itself go
 * @param releasesUntil when the last papers of talent releases about it go
 * @param place of an entry about the likeness in the audit trail, in words
 * @param replaces SHA-256 of the certificate before this one
 */
record CertificateText(
        EndedLikeness likeness,
        Instant issuedAt,
        List<Holding> holdings,
        Map<DataKeyId, Instant> destroyed,
        boolean settled,
        Instant latest,
        Instant recordsUntil,
        Instant releasesUntil,
        String place,
        Optional<String> replaces) {
    /** More ids than this would make a longer note than its readers take. */
    static final int MOST_IDS = 2_000;

    boolean complete() {
        return settled && holdings.stream().allMatch(Holding::cleared);
    }

    String written() {
        var lines = new ArrayList<String>();
        lines.add(DeletionCertificate.FIRST_LINE);
        lines.add("");
        lines.add("Likeness: " + likeness.id().value());
        lines.add("Ended: " + likeness.endedAt() + ", " + because());
        lines.add("Issued: " + issuedAt);
        replaces.ifPresent(sha256 -> lines.add("Replaces: the certificate with SHA-256 " + sha256));
        lines.add(
                complete()
                        ? "State: complete"
                        : "State: keys destroyed; files are looked for and removed until " + latest);
        lines.add("");
        keys(lines);
        lines.add("");
        files(lines);
        lines.add("");
        outputs(lines);
        lines.add("");
        kept(lines);
        lines.add("");
        lines.add("Recorded in the audit trail: " + place);
        return String.join("\n", lines) + "\n";
    }

    private String because() {
        return switch (likeness.endedBy()) {
            case "ungranted" -> "because consent to it was never given";
            case "unused" -> "because it was not used for a long time";
            default -> "because the person shown withdrew their consent";
        };
    }

    private void keys(List<String> lines) {
        var byKey = sealed().collect(Collectors.groupingBy(
                Holding.Sealed::key, LinkedHashMap::new, Collectors.toUnmodifiableList()));
        if (byKey.isEmpty()) {
            lines.add("Data keys destroyed: none, nothing was sealed for this likeness.");
            return;
        }
        lines.add("Data keys destroyed, with which nothing can be opened any more:");
        byKey.forEach((key, things) -> {
            lines.add("- " + key.value() + ", destroyed " + destroyed.get(key) + ", which locked");
            things.stream()
                    .filter(thing -> thing.count() > 0)
                    .forEach(thing -> lines.add("  - " + thing.what() + ": " + thing.count()));
        });
    }

    private void files(List<String> lines) {
        var left = sealed().filter(thing -> !thing.cleared())
                .map(Holding.Sealed::what)
                .distinct()
                .toList();
        lines.add(
                left.isEmpty()
                        ? "Sealed files: none is left in the store."
                        : "Sealed files: unreadable without their key; of " + String.join(", ", left)
                                + " some may still lie in the store and are removed until " + latest + ".");
    }

    private void outputs(List<String> lines) {
        var outputs = holdings.stream()
                .filter(Holding.Output.class::isInstance)
                .map(Holding.Output.class::cast)
                .sorted(Comparator.comparing(Holding.Output::outputId))
                .toList();
        if (outputs.isEmpty()) {
            lines.add("Videos marked as withdrawn: none had been made.");
            return;
        }
        lines.add("Videos marked as withdrawn, which everybody who inspects one is told: " + outputs.size());
        if (outputs.size() > MOST_IDS) {
            var all = outputs.stream().map(output -> output.outputId() + "\n").collect(Collectors.joining());
            lines.add(
                    "- too many to be named; SHA-256 of their ids, sorted, a line each: " + DigestUtils.sha256Hex(all));
        } else {
            outputs.forEach(output -> lines.add("- " + output.outputId()));
        }
        long left = outputs.stream().filter(output -> !output.cleared()).count();
        lines.add(
                left == 0
                        ? "Their files were removed from the studio's store."
                        : "Files of " + left
                                + " of them can be fetched by whoever had them made, and are removed until " + latest
                                + ".");
    }

    private void kept(List<String> lines) {
        lines.add("Kept, and why:");
        lines.add(
                "- the grants, the end of the likeness, decisions about it and this certificate, until " + recordsUntil
                        + " or, where they are younger, for as long after they were made: ids, times, codes and hashes, to prove"
                        + " what was allowed and what was done");
        lines.add(
                "- the public records of the videos above, so that anybody can see that they are withdrawn: ids, times"
                        + " and hashes");
        lines.add(
                "- the identity verification of the person, which is not part of this likeness and has clocks of its own");
        lines.add(
                "- talent releases that were made about this likeness, if any, with the scripts that were asked for under"
                        + " them, until " + releasesUntil
                        + " at the latest: contracts, which prove to both sides what was agreed; they ended with the"
                        + " likeness");
        lines.add("- what was delivered under them, in ids, times, lengths and hashes");
        lines.add("Copies of videos that left the studio cannot be called back.");
    }

    private java.util.stream.Stream<Holding.Sealed> sealed() {
        return holdings.stream().filter(Holding.Sealed.class::isInstance).map(Holding.Sealed.class::cast);
    }
}
