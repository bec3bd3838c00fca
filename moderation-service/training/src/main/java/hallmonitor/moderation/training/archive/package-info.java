/** The archive of a running or stopped service, for tools that read it. */
package hallmonitor.moderation.training.archive;
