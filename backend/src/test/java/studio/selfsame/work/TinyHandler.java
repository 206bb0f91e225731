package studio.selfsame.work;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;

/** A handler of a kind of its own, made of a few lines of a test. */
final class TinyHandler implements WorkHandler {
    final List<WorkOrder> orders = new CopyOnWriteArrayList<>();
    final List<Problem> problems = new CopyOnWriteArrayList<>();
    Function<@Nullable Throwable, Optional<Problem>> explains = cause -> Optional.empty();
    private final String kind;
    private final Body body;

    interface Body {
        void handle(WorkOrder order, WorkMonitor monitor) throws Exception;
    }

    TinyHandler(String kind, Body body) {
        this.kind = kind;
        this.body = body;
    }

    /** With a kind that no other test has. */
    static TinyHandler of(Body body) {
        return new TinyHandler("test." + UUID.randomUUID(), body);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
        orders.add(order);
        body.handle(order, monitor);
    }

    @Override
    public Optional<Problem> givenUp(WorkOrder order, @Nullable Throwable cause) {
        return explains.apply(cause);
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        problems.add(problem);
    }
}
