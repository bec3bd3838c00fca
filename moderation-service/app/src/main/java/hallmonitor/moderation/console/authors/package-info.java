/**
 * The page of an author: what they wrote, what came of it, and who says that two are one person.
 */
package hallmonitor.moderation.console.authors;
