package studio.selfsame.rendering;

import studio.selfsame.likeness.MotionPlan;

/** Everything that is decided before a frame is drawn. */
record PlannedMotion(RenderPlan plan, MotionPlan motion, PreflightReport report) {}
