package studio.selfsame.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of meshes of one face in frames that follow one another, each of which can be carried along with the pixels into the
 * frames around it: there they differ by what the net saw differently, not by what the head did.
 */
final class Followed {
    private final List<Sighting> run;

    Followed(List<Sighting> run) {
        this.run = run;
    }

    /**
     * A frame and how its head comes to lie where it lies in the frame asked for.
     *
     * @param weight 1 for the frame itself, falling to exp(−2) at the window's ends
     */
    record Neighbour(int index, double weight, HeadMotion carry) {}

    int length() {
        return run.size();
    }

    Landmarks mesh(int index) {
        return run.get(index).landmarks();
    }

    /** Up to {@code half} frames to either side, as far as the motion is known from one to the next; the frame itself first. */
    List<Neighbour> around(int index, int half) {
        List<Neighbour> near = new ArrayList<>();
        near.add(new Neighbour(index, 1, HeadMotion.STILL));
        HeadMotion carry = HeadMotion.STILL;
        for (int i = index - 1; i >= Math.max(0, index - half); i--) {
            Optional<HeadMotion> step = Optional.ofNullable(run.get(i + 1).motion());
            if (step.isEmpty()) {
                break;
            }
            carry = carry.after(step.get());
            near.add(new Neighbour(i, weight(index - i, half), carry));
        }
        carry = HeadMotion.STILL;
        for (int i = index + 1; i <= Math.min(run.size() - 1, index + half); i++) {
            Optional<HeadMotion> step = Optional.ofNullable(run.get(i).motion());
            if (step.isEmpty()) {
                break;
            }
            carry = carry.after(step.get().inverse());
            near.add(new Neighbour(i, weight(i - index, half), carry));
        }
        return near;
    }

    private static double weight(int apart, int half) {
        double when = (double) apart / half;
        return Math.exp(-2 * when * when);
    }
}
