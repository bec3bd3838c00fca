/** What is done again and again, whatever comes in. */
package hallmonitor.moderation.pipeline.jobs;
