package studio.selfsame.inspection.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import studio.selfsame.sealing.ReadingKit;

/**
 * One file to be examined.
 *
 * @param fileBytes its length
 * @param now taken as the time of signing where no trusted time stamp gives one
 * @param without what is left out: another child died of it, or it is known already
 */
record Job(ReadingKit kit, long fileBytes, Instant now, Duration budget, Set<Stage> without) {
    Job {
        without = Set.copyOf(without);
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeLong(fileBytes);
        out.writeLong(now.toEpochMilli());
        out.writeLong(budget.toMillis());
        for (Stage stage : Stage.values()) {
            out.writeBoolean(without.contains(stage));
        }
        kit.writeTo(out);
    }

    static Job readFrom(DataInputStream in) throws IOException {
        long fileBytes = in.readLong();
        Instant now = Instant.ofEpochMilli(in.readLong());
        Duration budget = Duration.ofMillis(in.readLong());
        Set<Stage> without = EnumSet.noneOf(Stage.class);
        for (Stage stage : Stage.values()) {
            if (in.readBoolean()) {
                without.add(stage);
            }
        }
        return new Job(ReadingKit.readFrom(in), fileBytes, now, budget, without);
    }
}
