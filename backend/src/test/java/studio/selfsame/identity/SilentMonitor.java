package studio.selfsame.identity;

import java.util.Map;
import studio.selfsame.work.WorkMonitor;

/** Nobody watches and nobody cancels. */
final class SilentMonitor implements WorkMonitor {
    @Override
    public void progress(String stage, double fraction, Map<String, Double> figures) {}

    @Override
    public void checkCancelled() {}
}
