/** Metrics of the pipeline and of waiting work. */
package hallmonitor.moderation.pipeline.metrics;
