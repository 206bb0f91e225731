package studio.selfsame.likeness;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/** Tells a training's owner how it goes, seals what it leaves on its way and asks whether it may go on. */
final class TrainingWatch implements LikenessTrainer.Watch {
    private static final long RECHECK_NANOS = 2_000_000_000L;

    private final LikenessRow row;
    private final Vault vault;
    private final LikenessTable table;
    private final TrainingBudget budget;
    private final WorkMonitor monitor;
    private final Runnable recheck;
    private final Map<String, Double> figures = new HashMap<>();
    private int sampled;
    private boolean timed;
    private long asked = System.nanoTime();

    /** @param recheck throws when the training is no longer permitted */
    TrainingWatch(
            LikenessRow row,
            Vault vault,
            LikenessTable table,
            TrainingBudget budget,
            WorkMonitor monitor,
            Runnable recheck) {
        this.row = row;
        this.vault = vault;
        this.table = table;
        this.budget = budget;
        this.monitor = monitor;
        this.recheck = recheck;
    }

    @Override
    public void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb) {
        monitor.checkCancelled();
        boolean scored = !Double.isNaN(heldOutPsnrDb);
        figures.put("step", (double) step);
        figures.put("loss", loss);
        figures.put("retrievalPsnrDb", retrievalPsnrDb);
        if (scored) {
            figures.put("heldOutPsnrDb", heldOutPsnrDb);
        }
        table.addPoint(row, new LikenessTable.CurvePoint(step, loss, scored ? heldOutPsnrDb : null, sampled == step));
        double done = (double) step / row.settings().steps();
        monitor.progress("training", TrainingMaterial.SHARE + (1 - TrainingMaterial.SHARE) * done, figures);
    }

    @Override
    public void pace(double secondsPerStep, int stepsLeft) {
        monitor.checkCancelled();
        if (System.nanoTime() - asked > RECHECK_NANOS) {
            recheck.run();
            asked = System.nanoTime();
        }
        if (!timed) {
            timed = true;
            budget.checkTime(secondsPerStep, stepsLeft);
        }
        figures.put(LikenessView.SECONDS_LEFT, secondsPerStep * stepsLeft);
    }

    @Override
    public void checkpoint(byte[] state) throws IOException {
        vault.seal(row.dataKey(), row.object("checkpoint"), out -> out.write(state));
    }

    @Override
    public void sample(int step, byte[] png) throws IOException {
        vault.seal(row.dataKey(), row.preview(step), out -> out.write(png));
        sampled = step;
    }
}
