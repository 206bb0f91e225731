package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.problem.ProblemException;

class RecordedPlanTest {
    private static final UUID LIKENESS = UUID.randomUUID();

    @Test
    void of_everyKind_knowsItsFilesAndVoice() {
        RecordedPlan sound = RecordedPlan.of(asked("sound", "other", null, null));
        assertThat(sound.parts()).containsExactly("sound");
        assertThat(sound.voice()).isEqualTo(Voice.OTHER);
        RecordedPlan take = RecordedPlan.of(asked("take", null, null, null));
        assertThat(take.parts()).containsExactly("take");
        assertThat(take.voice()).isEqualTo(Voice.OWN);
        RecordedPlan scripted = RecordedPlan.of(asked("relip", null, "Hello.", "cut"));
        assertThat(scripted.parts()).containsExactly("video");
        assertThat(scripted.voice()).isEqualTo(Voice.SYNTHETIC);
        assertThat(scripted.rest()).contains(Rest.CUT);
        RecordedPlan dubbed = RecordedPlan.of(asked("relip", "own", null, null));
        assertThat(dubbed.parts()).containsExactly("video", "sound");
        assertThat(dubbed.rest()).contains(Rest.PLAY_ON);
    }

    @Test
    void of_everythingWrong_namesAllOfIt() {
        RecordedRequest asked = new RecordedRequest(null, UUID.randomUUID(), "dance", "?", "mine", "Hello.", "bounce");
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> RecordedPlan.of(asked));
        assertThat(e.problem().cause())
                .contains(
                        "`likenessId` is missing.",
                        "A talent release binds the words of a script, so no recording can be used under one.",
                        "`kind` must be one of: sound, take, relip.",
                        "`language` must be a language tag",
                        "`script` goes with a `relip` only.",
                        "`voice` goes with a part `sound` only.",
                        "`rest` must be one of: play-on, cut.",
                        "`rest` goes with a `relip` only.");
    }

    @Test
    void of_soundOfUnknownVoice_isAskedWhose() {
        for (String kind : List.of("sound", "relip")) {
            ProblemException e =
                    catchThrowableOfType(ProblemException.class, () -> RecordedPlan.of(asked(kind, null, null, null)));
            assertThat(e.problem().cause()).isEqualTo("`voice` must be one of: own, other.");
        }
    }

    private static RecordedRequest asked(String kind, String voice, String script, String rest) {
        return new RecordedRequest(LIKENESS, null, kind, "en-US", voice, script, rest);
    }
}
