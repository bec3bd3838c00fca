/** What the pipeline did and what waits, as numbers. */
package hallmonitor.moderation.pipeline.metrics;
