package studio.selfsame.sealing;

import java.util.Optional;

/** The public record of outputs. */
public interface OutputRecords {
    Optional<OutputRecord> find(String outputId);
}
