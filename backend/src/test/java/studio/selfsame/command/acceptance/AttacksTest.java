package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttacksTest {
    private static final List<Attack> ALL = Stream.concat(PictureAttacks.all().stream(), SoundAttacks.all().stream())
            .toList();

    @Test
    void attacks_all_haveNamesOfTheirOwnAndKnownPlaces() {
        assertThat(ALL).extracting(Attack::label).doesNotHaveDuplicates();
        for (Attack attack : ALL) {
            for (String pass : attack.passes()) {
                String filled = pass.replaceAll("\\{(w|h|preset|noise|other)}", "x");
                assertThat(filled).as(attack.label()).doesNotContain("{", "  ", "%");
            }
        }
    }

    @Test
    void attacks_all_coverEveryGroupOfTheGuide() {
        assertThat(ALL.stream().map(Attack::group).distinct())
                .containsExactlyInAnyOrder(
                        "V0", "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V10", "V11", "V12", "A0", "A1",
                        "A2", "A3");
        assertThat(ALL)
                .filteredOn(attack -> attack.group().equals("V10"))
                .allSatisfy(social -> assertThat(social.passes()).hasSize(2));
    }

    @Test
    void quickPart_isAThirdOfWhatThereIs() {
        assertThat(ALL).extracting(Attack::label).containsAll(QuickPart.ATTACKS);
        assertThat(QuickPart.ATTACKS).hasSizeBetween(ALL.size() / 3, ALL.size() / 2);
        List<Attack> chosen = plan(true).chosen(ALL);
        assertThat(chosen).hasSameSizeAs(QuickPart.ATTACKS);
        assertThat(chosen.stream().map(Attack::group).distinct())
                .containsAll(ALL.stream()
                        .map(Attack::group)
                        .filter(group -> !group.endsWith("0") || group.equals("V10"))
                        .toList());
        assertThat(Stream.concat(QuickPart.share(chosen, 0, 2).stream(), QuickPart.share(chosen, 1, 2).stream()))
                .containsExactlyInAnyOrderElementsOf(chosen);
    }

    @Test
    void plan_forSomeGroups_leavesTheOthersOut() {
        Plan plan = plan(false, "V5", "A3");

        assertThat(plan.chosen(ALL))
                .isNotEmpty()
                .allMatch(attack -> List.of("V5", "A3").contains(attack.group()));
        assertThat(plan.wants("speed")).isFalse();
        assertThat(plan.wantsSome(List.of("S"))).isFalse();
        assertThat(plan(false).wants("speed")).isTrue();
    }

    @Test
    void tiers_judgeByWhatIsAskedOfEach() {
        var measures = new ArrayList<Measure>();
        Tiers.judge(
                List.of(
                        new Row("V1 a", "A", 4, 4, 0, List.of()),
                        new Row("V1 b", "B", 4, 3, 0, List.of("x")),
                        new Row("V1 b (30 s)", "B", 2, 2, 0, List.of()),
                        new Row("A1 c", "SOUND", 2, 1, 1, List.of())),
                measures);

        assertThat(measures)
                .containsExactly(
                        Measure.floor("tier A, exact ids", 100, "%", 100),
                        Measure.floor("tier B, exact ids, 10 s", 75, "%", 95),
                        Measure.floor("tier B, exact ids, 30 s", 100, "%", 100),
                        Measure.floor("sound, exact ids", 50, "%", 100),
                        Measure.ceiling("wrong ids read", 1, "", 0));
    }

    @Test
    void tiers_tellRowsWithoutAMissAndIds() {
        var details = new LinkedHashMap<String, Object>();
        Tiers.tell(
                List.of(
                        new Row("V1 a", "A", 4, 4, 0, List.of()),
                        new Row("V1 b", "A", 4, 3, 0, List.of("x")),
                        new Row("V1 c (30 s)", "B", 2, 2, 0, List.of())),
                details);

        assertThat(details)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "tier A", "1/2 rows whole, 7/8 exact ids",
                        "tier B (30 s)", "1/1 rows whole, 2/2 exact ids"));
    }

    private static Plan plan(boolean quick, String... only) {
        return new Plan(
                quick,
                List.of(only),
                Integer.MAX_VALUE,
                Optional.empty(),
                false,
                Path.of("footage.mp4"),
                Path.of("nowhere"));
    }
}
