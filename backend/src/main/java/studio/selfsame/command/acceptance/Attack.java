package studio.selfsame.command.acceptance;

import java.util.List;

/**
 * What is done to a marked file.
 *
 * @param group V1 to V12 of the picture, A1 to A3 of the sound
 * @param ending of the files it makes
 * @param passes arguments of {@code ffmpeg} between input and output file, one string for each generation, words separated
 *     by a space; {@code {w}} and {@code {h}} stand for the clip's size, {@code {preset}} for x264's,
 *     {@code {noise}} for an amplitude 20 dB below the sound, {@code {other}} for another sound
 */
record Attack(String group, String name, Tier tier, String ending, List<String> passes) {
    static Attack picture(String group, String name, Tier tier, String... passes) {
        return new Attack(group, name, tier, "mp4", List.of(passes));
    }

    static Attack sound(String group, String name, Tier tier, String ending, String pass) {
        return new Attack(group, name, tier, ending, List.of(pass));
    }

    String label() {
        return group + " " + name;
    }
}
