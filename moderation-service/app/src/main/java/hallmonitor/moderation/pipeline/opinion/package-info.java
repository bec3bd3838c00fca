/**
 * The policy reader: a language model on the district's own machine or network that reads a clause
 * and a comment, and gives a third opinion if the first is doubtful.
 */
package hallmonitor.moderation.pipeline.opinion;
