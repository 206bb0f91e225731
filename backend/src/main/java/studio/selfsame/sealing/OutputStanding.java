package studio.selfsame.sealing;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;

/** An output is not to be shown any more, or may be shown again. */
record OutputStanding(String outputId, OutputTakedowns.Standing standing) implements AuditRecord {
    @Override
    public String kind() {
        return switch (standing) {
            case SHOWN -> "OutputShownAgain";
            case HELD -> "OutputHeld";
            case TAKEN_DOWN -> "OutputTakenDown";
        };
    }

    @Override
    public String subject() {
        return outputId;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }
}
