package studio.selfsame.work;

import studio.selfsame.problem.Problem;

/** What a person reads when work ended for no reason that its room could name. */
final class WorkProblems {
    private WorkProblems() {}

    static Problem workerDied(WorkOrder order) {
        return new Problem(
                room(order),
                "The program that did this work stopped three times in the middle of it; most likely the file makes the"
                        + " media decoder stop working.",
                "The work was given up. Nothing was half-written.",
                "Try another file, or the same one converted afresh. The operator finds it as work `"
                        + order.id().value() + "`.");
    }

    static Problem handlerFailed(WorkOrder order) {
        return new Problem(
                room(order),
                "Something unexpected went wrong three times.",
                "The work was given up. Nothing was half-written.",
                "Try again. If it happens again, tell the operator: work `"
                        + order.id().value() + "`.");
    }

    private static String room(WorkOrder order) {
        int dot = order.kind().indexOf('.');
        return dot < 0 ? order.kind() : order.kind().substring(0, dot);
    }
}
