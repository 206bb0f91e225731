package studio.selfsame.policy;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Prints decisions a second of one thread's processor time; a main, because speed is not for a test to judge. */
final class DecisionRate {
    private DecisionRate() {}

    public static void main(String[] arguments) {
        new PolicyDecisionPoint();
        long begun = System.nanoTime();
        var point = new PolicyDecisionPoint();
        System.out.println("ready in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        for (var base : Asked.allInOrder()) {
            var one = List.of(base.request());
            run(point, one, 300);
            long began = System.nanoTime();
            run(point, one, 1000);
            System.out.printf(
                    "%8.0f/s %s %s%n",
                    1000e9 / (System.nanoTime() - began), base, PolicyExamples.describe(point.decide(base.request())));
        }
        var requests = PolicyExamples.all().stream()
                .map(PolicyExamples.Example::request)
                .toList();
        run(point, requests, 4000);
        var bean = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 3; i++) {
            long wall = System.nanoTime();
            long cpu = bean.getCurrentThreadCpuTime();
            run(point, requests, 6000);
            System.out.printf(
                    "%.0f/s wall, %.0f/s java thread cpu%n",
                    6000e9 / (System.nanoTime() - wall), 6000e9 / (bean.getCurrentThreadCpuTime() - cpu));
        }
    }

    private static void run(PolicyDecisionPoint point, List<PolicyRequest> requests, int times) {
        for (int i = 0; i < times; i++) {
            point.decide(requests.get(i % requests.size()));
        }
    }
}
