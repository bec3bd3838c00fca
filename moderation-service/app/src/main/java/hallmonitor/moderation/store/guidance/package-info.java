/** The guidelines for staff, the staff, and who has attested. */
package hallmonitor.moderation.store.guidance;
