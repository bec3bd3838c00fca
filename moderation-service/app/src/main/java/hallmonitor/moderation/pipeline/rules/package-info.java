/** What comments are judged by and people decide by: the district's files, watched for changes. */
package hallmonitor.moderation.pipeline.rules;
