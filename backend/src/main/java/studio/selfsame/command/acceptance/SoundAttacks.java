package studio.selfsame.command.acceptance;

import static studio.selfsame.command.acceptance.Attack.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A1 to A3. Filters are stored as WAV, so that each attack is itself alone. */
final class SoundAttacks {
    private SoundAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.add(sound("A0", "as marked", Tier.SOUND, "wav", "-c:a pcm_s16le"));
        for (int rate : List.of(128, 64, 32)) {
            all.add(sound("A1", "mp3 " + rate + "k", Tier.SOUND, "mp3", "-c:a libmp3lame -b:a " + rate + "k"));
            all.add(sound("A1", "aac " + rate + "k", Tier.SOUND, "mp4", "-c:a aac -b:a " + rate + "k"));
        }
        for (int rate : List.of(64, 32, 16)) {
            Tier tier = rate == 16 ? Tier.REPORTED : Tier.SOUND;
            all.add(sound("A1", "opus " + rate + "k", tier, "ogg", "-c:a libopus -b:a " + rate + "k"));
        }
        all.add(sound("A2", "resample 16k", Tier.SOUND, "wav", "-ar 16000"));
        all.add(sound("A2", "resample 8k", Tier.SOUND, "wav", "-ar 8000"));
        all.add(filter("A2", "highpass 1500", Tier.SOUND, "highpass=f=1500"));
        all.add(filter("A2", "lowpass 500", Tier.REPORTED, "lowpass=f=500"));
        all.add(filter("A2", "lowpass 4000", Tier.SOUND, "lowpass=f=4000"));
        all.add(filter("A2", "polarity", Tier.SOUND, "aeval=-val(0)"));
        all.add(filter("A2", "volume .1", Tier.SOUND, "volume=.1"));
        all.add(filter("A2", "echo", Tier.SOUND, "aecho=.8:.5:500:.5"));
        for (double tempo : List.of(.8, .95, 1.05, 1.25)) {
            Tier tier = Math.abs(tempo - 1) < .1 ? Tier.SOUND : Tier.REPORTED;
            all.add(filter("A3", "tempo " + tempo, tier, "atempo=" + tempo));
        }
        for (double pitch : List.of(.95, 1.05)) {
            all.add(filter("A3", "pitch " + pitch, Tier.SOUND, pitch(pitch)));
        }
        all.add(sound(
                "A3",
                "noise at 20 dB",
                Tier.REPORTED,
                "wav",
                "-filter_complex anoisesrc=r=48000:a={noise}:seed=1[n];[0:a][n]amix=duration=first:normalize=0"));
        all.add(sound("A3", "crop to 5 s", Tier.REPORTED, "wav", "-ss 2.3 -t 5"));
        // half as loud as it is
        all.add(sound(
                "A3",
                "mixed with another",
                Tier.REPORTED,
                "wav",
                "-i {other} -filter_complex [1:a]volume=.3[o];[0:a][o]amix=duration=first:normalize=0"));
        return List.copyOf(all);
    }

    private static Attack filter(String group, String name, Tier tier, String filter) {
        return sound(group, name, tier, "wav", "-af " + filter);
    }

    /** Frequencies only: faster by resampling, then slower by overlap. */
    private static String pitch(double factor) {
        return String.format(
                Locale.ROOT, "asetrate=%d,aresample=48000,atempo=%.6f", Math.round(48_000 * factor), 1 / factor);
    }
}
