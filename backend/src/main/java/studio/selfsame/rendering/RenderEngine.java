package studio.selfsame.rendering;

/**
 * Port to whatever distributes segments over workers. The embedded default is the work queue on Postgres; a distributed
 * engine for large studios is another adapter over the same idempotent {@link SegmentRenderer}.
 */
interface RenderEngine {
    /** Has the render planned; planning then has its segments drawn. Joins the caller's transaction. */
    void plan(RenderId render);

    /** Has every segment drawn. Joins the caller's transaction. */
    void draw(RenderPlan plan);

    /** Nothing more of this render starts; what runs stops within seconds. */
    void cancel(RenderId render);
}
