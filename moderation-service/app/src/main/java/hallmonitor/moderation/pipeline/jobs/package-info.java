/** Periodic jobs, independent of incoming records. */
package hallmonitor.moderation.pipeline.jobs;
