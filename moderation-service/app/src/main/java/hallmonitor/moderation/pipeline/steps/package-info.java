/**
 * The steps of {@link hallmonitor.moderation.pipeline.CommentPipeline}, which lists them: from a
 * record of the comments topic to its verdict and the effects on the case.
 */
package hallmonitor.moderation.pipeline.steps;
