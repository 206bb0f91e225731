package studio.selfsame.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A request told by what is not in order in it.
 *
 * @param underRelease relies on a release or is about one
 */
record Asked(PolicyAction action, boolean underRelease, Set<Twist> twists) {
    static Asked of(PolicyAction action, boolean underRelease, Twist... twists) {
        var set = EnumSet.noneOf(Twist.class);
        set.addAll(List.of(twists));
        return new Asked(action, underRelease, set);
    }

    /** Each action with each ground that it can stand on. */
    static List<Asked> allInOrder() {
        var all = new ArrayList<Asked>();
        for (var action : PolicyAction.values()) {
            if (!action.onRelease()) {
                all.add(of(action, false));
            }
            if (action.onRelease() || action.uses()) {
                all.add(of(action, true));
            }
        }
        return all;
    }

    Asked and(Twist twist) {
        var more = EnumSet.copyOf(twists);
        more.add(twist);
        return new Asked(action, underRelease, more);
    }

    PolicyRequest request() {
        var draft = underRelease ? Draft.underRelease(action) : Draft.own(action);
        twists.forEach(twist -> twist.apply(draft));
        return draft.request();
    }

    @Override
    public String toString() {
        return action.cedarId() + (underRelease ? " under a release " : " ") + twists;
    }
}
