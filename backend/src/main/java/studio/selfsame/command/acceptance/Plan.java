package studio.selfsame.command.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How much of the bench to do.
 *
 * @param quick two clips, two tracks and a third of the attacks
 * @param only groups: V0 to V12, A0 to A3, S1 to S3, quality, speed, false; all where empty
 * @param clips at most so many
 * @param out folder for the chart and the rows, from which a later run goes on
 * @param again whether rows that are there already are measured anew
 * @param presenter footage of a talking head
 * @param footage folder of real people's footage; need not be there
 */
public record Plan(
        boolean quick, List<String> only, int clips, Optional<Path> out, boolean again, Path presenter, Path footage) {
    boolean wants(String group) {
        return only.isEmpty() || only.contains(group);
    }

    /** Whether any group of the picture, of the sound, or of both is wanted. */
    boolean wantsSome(List<String> begins) {
        return only.isEmpty() || only.stream().anyMatch(group -> begins.stream().anyMatch(group::startsWith));
    }

    List<Attack> chosen(List<Attack> all) {
        return all.stream()
                .filter(attack -> wants(attack.group()))
                .filter(attack -> !quick || QuickPart.ATTACKS.contains(attack.label()))
                .toList();
    }
}
