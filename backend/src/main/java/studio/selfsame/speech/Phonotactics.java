package studio.selfsame.speech;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Which sound follows which in English: counted over the words of the CMU dictionary that comes with the model. */
final class Phonotactics {
    private static final String DICTIONARY = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";
    private static final double PAUSE_AFTER_WORD = 0.2;
    /** How much the dictionary counts against the ear, and what each sound is given; set on the presenters' speech. */
    private static final double WEIGHT = 2;

    private static final double GIVEN = 2;

    private Phonotactics() {}

    /** Weighted log chances {@code [before][after]} for sounds of these names; several may be called {@code pau}. */
    static double[][] between(List<String> names) {
        int n = names.size();
        double[][] count = new double[n + 1][n + 1];
        for (double[] row : count) {
            Arrays.fill(row, 1);
        }
        for (String[] word : words()) {
            int before = n;
            for (int i = 1; i < word.length; i++) {
                int sound = names.indexOf(word[i].toLowerCase(Locale.ROOT));
                if (sound >= 0) {
                    count[before][sound]++;
                    before = sound;
                }
            }
            count[before][n]++;
        }
        double[][] between = new double[n][n];
        long pauses = names.stream().filter("pau"::equals).count();
        for (int a = 0; a < n; a++) {
            boolean pause = names.get(a).equals("pau");
            double ends = pause ? 1 : count[a][n] / sum(count[a]);
            for (int b = 0; b < n; b++) {
                double starts = (1 - PAUSE_AFTER_WORD) * count[n][b] / sum(count[n]);
                double chance = names.get(b).equals("pau")
                        ? ends * PAUSE_AFTER_WORD / pauses
                        : (pause ? 0 : count[a][b] / sum(count[a])) + ends * starts;
                between[a][b] = WEIGHT * Math.log(chance) + GIVEN;
            }
        }
        return between;
    }

    private static double sum(double[] row) {
        return Arrays.stream(row).sum();
    }

    private static List<String[]> words() {
        InputStream in = Objects.requireNonNull(Phonotactics.class.getResourceAsStream(DICTIONARY), DICTIONARY);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
