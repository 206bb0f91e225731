package studio.selfsame.release.document;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, to be told at once. */
final class Faults {
    /** Nobody reads more, and a hostile contract could bring us millions. */
    static final int MOST = 100;

    /** So that one list does not crowd out the rest. */
    static final int OF_ONE_LIST = 20;

    private final int most;
    private final List<Fault> found = new ArrayList<>();
    private int untold;

    Faults() {
        this(MOST);
    }

    /** @param most that are told */
    Faults(int most) {
        this.most = most;
    }

    void add(Fault fault) {
        if (found.size() < most) {
            found.add(fault);
        } else {
            untold++;
        }
    }

    void add(String path, String what) {
        add(new Fault(path, what));
    }

    void addAll(String path, List<Fault> faults) {
        faults.forEach(fault -> add(fault.under(path)));
    }

    void when(boolean wrong, String path, String what) {
        if (wrong) {
            add(path, what);
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Fault> all() {
        var all = new ArrayList<>(found);
        if (untold > 0) {
            all.add(new Fault("", "There are " + untold + " more of these."));
        }
        return all;
    }

    void check() {
        if (!none()) {
            throw new InvalidContractException(all());
        }
    }
}
