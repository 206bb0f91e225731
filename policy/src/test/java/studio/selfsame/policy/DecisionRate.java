package studio.selfsame.policy;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Prints how many decisions a second of one core makes, counted in processor time so that neighbours do not matter; a main,
 * because speed is not for a test to judge.
 */
final class DecisionRate {
    private static final int TIMES = 3000;

    private DecisionRate() {}

    public static void main(String[] arguments) {
        var point = new PolicyDecisionPoint();
        var all = PolicyExamples.all().stream()
                .map(PolicyExamples.Example::request)
                .toList();
        measure(point, all);
        for (var base : Asked.allInOrder()) {
            System.out.printf("%7.0f/s  %s, permitted%n", measure(point, List.of(base.request())), base);
        }
        var refused = Asked.of(PolicyAction.RENDER_PERFORMANCE, true, Twist.EXPIRED, Twist.MORE_TERRITORIES);
        System.out.printf("%7.0f/s  %s, refused%n", measure(point, List.of(refused.request())), refused);
        System.out.printf("%7.0f/s  all examples in turn%n", measure(point, all));
    }

    private static double measure(PolicyDecisionPoint point, List<PolicyRequest> requests) {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begun = machine.getProcessCpuTime();
        for (int i = 0; i < TIMES; i++) {
            point.decide(requests.get(i % requests.size()));
        }
        return TIMES * 1e9 / (machine.getProcessCpuTime() - begun);
    }
}
