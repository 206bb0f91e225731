package studio.selfsame.identity;

import java.util.ArrayList;
import java.util.List;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.problem.ProblemException.Kind;

/** What is wrong with a request; all of it is told at once. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    /** @param wrong one sentence without its full stop */
    void add(String wrong) {
        found.add(wrong);
    }

    void addAll(String what, List<String> wrong) {
        wrong.forEach(fault -> add(what + " " + fault));
    }

    /** @throws ProblemException UNUSABLE with every fault, when there is any */
    void refuse(String stage, String consequence, String remedy) {
        if (!found.isEmpty()) {
            throw new ProblemException(
                    Kind.UNUSABLE, new Problem(stage, String.join("; ", found), consequence, remedy));
        }
    }
}
