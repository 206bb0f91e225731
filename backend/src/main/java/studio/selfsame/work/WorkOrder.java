package studio.selfsame.work;

import java.util.UUID;

/**
 * One attempt at a row of work, as its handler sees it.
 *
 * @param subject id of what the work is about, in the handler's room
 * @param part which part of the subject, 0 where there is one (segments of a render)
 * @param attempt 1 at first; more after a crash of the worker that held it
 */
public record WorkOrder(WorkId id, String kind, UUID subject, int part, int attempt) {}
