/** The rules for judging and deciding: the district's files, watched for changes. */
package hallmonitor.moderation.pipeline.rules;
