package studio.selfsame.sealing;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.ReleasedUses;
import studio.selfsame.consent.ReleasedUses.ReleasedUse;
import studio.selfsame.consent.Under;
import studio.selfsame.consent.UsePermitted;
import studio.selfsame.rendering.UnsealedRender;

/** Reads what a render rests on from the audit log and from the releases. */
@Component
class RecordedGrounds implements RenderGrounds {
    private final AuditTrail audit;
    private final ReleasedUses releases;

    RecordedGrounds(AuditTrail audit, ReleasedUses releases) {
        this.audit = audit;
        this.releases = releases;
    }

    @Override
    public Grounds of(UnsealedRender render) {
        Authorization authorization = render.authorization();
        Optional<Grounds.Release> release = authorization.use().under().map(this::release);
        AuditTrail.Entry decision = audit.find(
                        UsePermitted.class.getSimpleName(),
                        authorization.use().subject().toString(),
                        Map.of("authorization", authorization.id().toString()))
                .orElseThrow(() -> new IllegalStateException(authorization + " is not on the audit trail"));
        // after the decision was found, so that it is among what the checkpoint counts
        return new Grounds(decision, audit.checkpoint(), release);
    }

    private Grounds.Release release(Under under) {
        ReleasedUse found = releases.read(under.use(), under.length())
                .orElseThrow(() -> new IllegalStateException("the release's use is gone: " + under.use()));
        return new Grounds.Release(
                found.release().id(), found.terms().purpose(), found.terms().territories());
    }
}
