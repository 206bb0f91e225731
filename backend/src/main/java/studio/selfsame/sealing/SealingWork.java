package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.rendering.RenderJoined;
import studio.selfsame.rendering.Renders;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;
import studio.selfsame.work.WorkQueue;

/** Seals a joined render; asks before whether it is still permitted, as the delivery does after. */
@Component
class SealingWork implements WorkHandler {
    static final String KIND = "sealing.seal";

    private final Renders renders;
    private final Authorizer authorizer;
    private final Sealer sealer;
    private final Delivery delivery;
    private final OutputRows outputs;
    private final WorkQueue queue;
    private final OperatorAlerts alerts;
    private final ApplicationEventPublisher events;
    private final Path scratch;

    SealingWork(
            Renders renders,
            Authorizer authorizer,
            Sealer sealer,
            Delivery delivery,
            OutputRows outputs,
            WorkQueue queue,
            OperatorAlerts alerts,
            ApplicationEventPublisher events,
            @Value("${selfsame.home}") String home) {
        this.renders = renders;
        this.authorizer = authorizer;
        this.sealer = sealer;
        this.delivery = delivery;
        this.outputs = outputs;
        this.queue = queue;
        this.alerts = alerts;
        this.events = events;
        this.scratch =
                Path.of(home).toAbsolutePath().normalize().resolve("scratch").resolve("sealing");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @EventListener
    public void on(RenderJoined joined) {
        queue.submit(KIND, joined.render().value(), 0, WorkQueue.Priority.INTERACTIVE);
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
        RenderId id = new RenderId(order.subject());
        if (outputs.ofRender(id).isPresent()) {
            return;
        }
        UnsealedRender render = renders.unsealed(id).orElse(null);
        if (render == null) {
            // Cancelled or ended meanwhile: the render's own record says why.
            return;
        }
        Authorization authorization = render.authorization();
        authorizer.recheck(authorization, authorization.use());
        Path folder = emptyFolder(id);
        try {
            SealedFile file = sealer.seal(render, folder, monitor);
            monitor.checkCancelled();
            delivery.deliver(file, render);
        } catch (ProblemException problem) {
            if (problem.kind() == ProblemException.Kind.UNAVAILABLE) {
                alert(order, Hindrance.of(problem));
            }
            throw problem;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** What no problem of this render's own has ended concerns every render, and so the operator. */
    @Override
    public Optional<Problem> givenUp(WorkOrder order, @Nullable Throwable cause) {
        Hindrance hindrance = Hindrance.of(cause);
        alert(order, hindrance);
        return hindrance.told();
    }

    private void alert(WorkOrder order, Hindrance hindrance) {
        alerts.raiseAnew(
                hindrance.kind(), hindrance.subject(), List.of(order.subject().toString()));
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        RenderId id = new RenderId(order.subject());
        delivery.abandon(id);
        renders.failed(id, problem);
        events.publishEvent(new SealingFailed(id, problem.stage()));
    }

    /** What an attempt that was killed left behind goes first. */
    private Path emptyFolder(RenderId id) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(scratch, ownerOnly);
        Path folder = scratch.resolve(id.value().toString());
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectory(folder, ownerOnly);
    }
}
