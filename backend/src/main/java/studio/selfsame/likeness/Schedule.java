package studio.selfsame.likeness;

/** When a training learns how fast, scores, reports and stops. */
record Schedule(TrainingSettings settings) {
    private static final int SCORE_EVERY = 100;
    private static final int FEWEST_SCORES = 5;
    private static final int REPORT_EVERY = 5;
    private static final int WARM_UP = 20;

    /** Rises over the first steps, then falls along a cosine. */
    double rate(int step) {
        double warm = Math.min(1, (step + 1.0) / WARM_UP);
        return settings.learningRate() * warm * 0.5 * (1 + Math.cos(Math.PI * step / settings.steps()));
    }

    /** @param steps that have been trained */
    boolean scoresAfter(int steps) {
        return steps % Math.clamp(settings.steps() / FEWEST_SCORES, 1, SCORE_EVERY) == 0 || steps == settings.steps();
    }

    boolean reportsAfter(int steps) {
        return steps % REPORT_EVERY == 1;
    }

    boolean stops(BestWeights best) {
        return settings.patience() > 0 && best.stale() >= settings.patience();
    }

    String why(boolean stopped, BestWeights best) {
        return stopped ? "no improvement on held-out frames in " + best.stale() + " scores" : "all steps done";
    }
}
