/** The guidelines for staff: read, edited, attested to once in a school year, and reminded of. */
package hallmonitor.moderation.console.guidance;
