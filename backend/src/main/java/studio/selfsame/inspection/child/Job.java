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
 * @param asked decides which of the others count
 * @param fileBytes its length
 * @param now taken as the time of signing where no trusted time stamp gives one
 * @param longest of footage: what lasts longer is not looked at
 * @param without what is left out: another child died of it, or it is known already
 */
record Job(
        Asked asked,
        ReadingKit kit,
        long fileBytes,
        Instant now,
        Duration budget,
        Duration longest,
        Set<Stage> without) {
    /** What is to be known of it. */
    enum Asked {
        WHAT_IT_IS,
        WHETHER_AI_MADE_IT
    }

    Job {
        without = Set.copyOf(without);
    }

    static Job toInspect(ReadingKit kit, long fileBytes, Instant now, Duration budget, Set<Stage> without) {
        return new Job(Asked.WHAT_IT_IS, kit, fileBytes, now, budget, Duration.ZERO, without);
    }

    static Job toScreen(ReadingKit kit, long fileBytes, Duration longest) {
        return new Job(Asked.WHETHER_AI_MADE_IT, kit, fileBytes, Instant.EPOCH, Duration.ZERO, longest, Set.of());
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeByte(asked.ordinal());
        out.writeLong(fileBytes);
        out.writeLong(now.toEpochMilli());
        out.writeLong(budget.toMillis());
        out.writeLong(longest.toMillis());
        for (Stage stage : Stage.values()) {
            out.writeBoolean(without.contains(stage));
        }
        kit.writeTo(out);
    }

    static Job readFrom(DataInputStream in) throws IOException {
        Asked asked = Asked.values()[in.readUnsignedByte()];
        long fileBytes = in.readLong();
        Instant now = Instant.ofEpochMilli(in.readLong());
        Duration budget = Duration.ofMillis(in.readLong());
        Duration longest = Duration.ofMillis(in.readLong());
        Set<Stage> without = EnumSet.noneOf(Stage.class);
        for (Stage stage : Stage.values()) {
            if (in.readBoolean()) {
                without.add(stage);
            }
        }
        return new Job(asked, ReadingKit.readFrom(in), fileBytes, now, budget, longest, without);
    }
}
