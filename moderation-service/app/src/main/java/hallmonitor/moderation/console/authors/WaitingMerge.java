package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.casework.Proposal;

/**
 * A merge that waits for a second person.
 *
 * @param one an author
 * @param other the other one
 * @param mine whether the viewer proposed it
 */
public record WaitingMerge(Proposal proposal, NamedAuthor one, NamedAuthor other, boolean mine) {}
